"""Fixtures of every test directory: see `tests/environment.py`."""

import gc

import pytest

pytest_plugins = ["tests.environment", "tests.builders.world"]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what lives as long as the run out of every later collection: the schema, the pages, five thousand tests."""
    del session
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
