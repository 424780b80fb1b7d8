"""Meetings fixed ahead: the times that a place sets for a type of meeting, and who comes each time."""
