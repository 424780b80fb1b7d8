"""The plan made with a child and its family, which meetings wait for and adjust."""
