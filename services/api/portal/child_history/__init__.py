"""The page ``child_history``."""
