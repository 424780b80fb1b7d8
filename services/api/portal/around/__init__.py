"""The page ``around``: what is done around a child beside its levels and meetings."""
