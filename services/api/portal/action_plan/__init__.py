"""The plan made with a child and its family."""
