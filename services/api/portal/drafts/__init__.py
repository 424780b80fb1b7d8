"""Drafts of forms, on any page that keeps them."""
