"""Data keys per dossier, the provider of the keys that wrap them, and sealing."""
