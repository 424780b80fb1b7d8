"""Two pairs of towns in which what happens has its consequences: one thread a problem, and two places for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases

FJORDBY = Path(__file__).parents[1] / "municipalities" / "fjordby"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """One thread a problem, as Randers has it."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def fjordby(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Two coordinators a child, one always a leader."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, FJORDBY) as built:
        yield built
