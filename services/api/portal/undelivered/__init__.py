"""The page ``undelivered``: see ``page.py``."""
