"""How the child, the parents and the professionals see it, in their own words, on scales and in drawings."""
