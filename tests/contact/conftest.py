"""A world in which a choice has its consequences: the real table of reactions, every way out offered."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases
from tests.notifier.smtp_peer import Peer, running_peer


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own, on Randers' model."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest.fixture
async def peer() -> AsyncIterator[Peer]:
    """A mail server on a free port."""
    async with running_peer() as running:
        yield running
