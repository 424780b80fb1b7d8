"""Made-up municipalities: what the language must take although none of the first three asks for it."""
