"""The page ``call``."""
