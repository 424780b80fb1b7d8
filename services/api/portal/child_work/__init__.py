"""The page ``child_work``."""
