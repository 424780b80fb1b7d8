"""A world in which what happens has its consequences: the real table of reactions."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own, with reactions."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built
