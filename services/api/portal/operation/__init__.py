"""The page ``operation``: see ``page.py``."""
