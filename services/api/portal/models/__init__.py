"""The pages ``models``."""
