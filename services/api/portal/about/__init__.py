"""The page ``about``."""
