"""The page ``administration``."""
