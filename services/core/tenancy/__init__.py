"""A municipality's way of working as data: its types, its loader, and the check of what its author wrote."""
