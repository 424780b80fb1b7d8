"""Conversations with a child, held without its parents (børnesamtale)."""
