"""The page ``underretninger``."""
