"""The page ``oversight``."""
