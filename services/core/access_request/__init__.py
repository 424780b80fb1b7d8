"""Requests for access and for correction: a family asks for what is kept about itself (GDPR articles 12, 15 and 16)."""
