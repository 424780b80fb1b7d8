"""Worlds in which what happens has its consequences: Randers' model, and Ringsted's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases

RINGSTED = Path(__file__).parents[2] / "tenants" / "ringsted"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Levels, an assessment at level 5, a measure that rests on it."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def ringsted(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """No levels; children's and family meetings at a measure's start and after it."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, RINGSTED) as built:
        yield built
