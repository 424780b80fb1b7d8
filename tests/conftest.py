"""Fixtures of every test directory: see `tests/environment.py`."""

import gc
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

pytest_plugins = ["tests.environment", "tests.builders.world"]

_HERE: Final = Path(__file__).parent
_LONG: Final = (
    "acceptance",
    "isolation",
    "infra",
    "faults",
    "mutations",
    "local",
    "portal",
    "shields",
    "worker",
    "notifier",
    "contract",
)
"""Directories whose files take long, the longest first: begun at the end, one of them would keep a single core busy."""


@pytest.fixture(autouse=True)
def _logs_go_where_they_went() -> Iterator[None]:
    """A test that sends the process's logs to its own ear leaves no closed one for whoever comes after."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that all cores come to the end together; a file's own order stays."""
    rank = {name: place for place, name in enumerate(_LONG)}
    items.sort(key=lambda item: rank.get(item.path.relative_to(_HERE).parts[0], len(rank)))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave what lives as long as the run out of every later collection: the schema, the pages, five thousand tests."""
    del session
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
