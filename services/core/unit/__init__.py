"""Places of the municipality: schools, day care, teams and centres, in a tree; who leads one leads those below."""
