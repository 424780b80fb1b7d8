"""A problem of a child: its track, its level, and who holds the thread."""
