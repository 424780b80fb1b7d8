"""A child's consents as professionals see them: what stands, giver by giver, and what rests on it."""
