"""A child's casework: opened at the first problem or meeting, closed, and in its time erased."""
