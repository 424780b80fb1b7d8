"""The page ``consultation``."""
