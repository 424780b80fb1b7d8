"""The page ``consents``."""
