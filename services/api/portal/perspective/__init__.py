"""The page ``perspective``."""
