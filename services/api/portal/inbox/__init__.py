"""The page ``inbox``."""
