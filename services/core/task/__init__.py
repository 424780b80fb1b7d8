"""What waits for someone: read from where it is, never stored a second time."""
