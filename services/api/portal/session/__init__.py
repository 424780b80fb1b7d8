"""The page ``session``."""
