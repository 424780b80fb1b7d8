"""What somebody is still writing: kept for its author alone until it is sent, thrown away or too old."""
