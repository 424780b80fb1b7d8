"""Two towns with Slagelse's model, reactions alive."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import MODEL, World, build
from tests.environment import Databases


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def towns(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own."""
    home = MODEL.with_name("slagelse")
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, home) as built:
        yield built
