"""One real system for all tests of this directory that leave it as they found it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.environment import own_prefix, swift
from tests.local.running import Up


@pytest.fixture
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh data directory (short: the path of a socket may hold 107 bytes)."""
    with tempfile.TemporaryDirectory(prefix=own_prefix("rb"), dir=swift()) as name:
        yield Path(name) / "data"


@pytest.fixture(scope="session")
def up() -> Iterator[Up]:
    """The whole system with all tenants and no cases."""
    with tempfile.TemporaryDirectory(prefix=own_prefix("rb"), dir=swift()) as name:
        system = Up.start(Path(name) / "data", "--empty")
        yield system
        system.stop()
