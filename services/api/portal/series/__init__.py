"""The page ``series``."""
