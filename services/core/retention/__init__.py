"""Retention: when a record has reached its end."""
