"""The page's own package: see ``page.py``."""
