"""The page ``audit``."""
