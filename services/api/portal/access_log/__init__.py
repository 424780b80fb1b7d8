"""The page ``access_log``."""
