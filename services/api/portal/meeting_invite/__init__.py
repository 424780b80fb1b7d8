"""Inviting one more to a meeting that is called."""
