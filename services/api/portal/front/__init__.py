"""The page ``front``."""
