"""The page ``error``."""
