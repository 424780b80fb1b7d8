"""The page ``child_concern``."""
