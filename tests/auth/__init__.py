"""Login, logout and sessions, against kind and hostile providers."""
