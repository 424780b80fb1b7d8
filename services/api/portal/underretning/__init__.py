"""The page ``underretning``."""
