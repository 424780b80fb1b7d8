"""Worlds that tests build their own data in."""
