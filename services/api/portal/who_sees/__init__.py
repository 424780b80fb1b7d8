"""The page ``who_sees``."""
