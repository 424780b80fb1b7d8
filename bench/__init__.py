"""Measures of our own code path beside the database's own work. See bench/README.md."""
