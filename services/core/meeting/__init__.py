"""Meetings: who meets when, about what, and what came of it."""
