"""A world for each test: what is approved in one would be in force in the next."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Cluster, clone, drop


@pytest_asyncio.fixture(loop_scope="session")
async def fresh(cluster: Cluster, tmp_path: Path) -> AsyncIterator[World]:
    """A world of this test's own, with reactions."""
    pair = clone(cluster)
    try:
        async with build(pair, tmp_path, REACTIONS) as built:
            yield built
    finally:
        drop(cluster, pair)
