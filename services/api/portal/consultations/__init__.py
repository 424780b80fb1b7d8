"""The page ``consultations``."""
