"""The page ``emergencies``."""
