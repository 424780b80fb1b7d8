"""The page ``children``."""
