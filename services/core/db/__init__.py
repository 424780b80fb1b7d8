"""Transactions as actors, named queries, migrations: the only way to the main database."""
