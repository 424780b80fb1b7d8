"""The page ``family_meeting``."""
