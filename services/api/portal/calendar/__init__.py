"""The page ``calendar``, and one meeting as a file."""
