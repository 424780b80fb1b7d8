"""Dead letters: who sees them, what they can do, and what settles them."""
