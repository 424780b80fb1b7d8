"""Login, logout and sessions (ADR: login)."""
