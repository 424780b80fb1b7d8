"""Fixtures of every test directory: see `tests/environment.py`."""

pytest_plugins = ["tests.environment", "tests.builders.world"]
