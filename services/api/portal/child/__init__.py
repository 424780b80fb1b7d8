"""The page ``child``."""
