"""The page ``child_family``."""
