"""The page ``agreements``."""
