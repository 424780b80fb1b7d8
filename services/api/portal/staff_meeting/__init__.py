"""The page ``staff_meeting``."""
