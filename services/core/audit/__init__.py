"""The sealed chain of access events, its anchors outside the database, and their verification."""
