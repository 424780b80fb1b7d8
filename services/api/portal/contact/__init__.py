"""The page ``contact``."""
