"""Pictures of every page and state, taken of a seeded system by one command; all persons in them are made up."""
