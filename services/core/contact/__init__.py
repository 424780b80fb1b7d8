"""How a person wants to be told, and at which hours."""
