"""The page ``child_problems``."""
