"""Conventions of the repository, held as tests. Exceptions are listed, with a reason, and may only shrink."""
