"""The page ``case_version``."""
