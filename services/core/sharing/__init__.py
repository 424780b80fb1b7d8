"""What is shared with somebody who has a place in a meeting, beside that meeting: which record, why, on what ground."""
