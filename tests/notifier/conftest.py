"""A world, and a mail server that does as it is told."""

from collections.abc import AsyncIterator

import pytest

from tests.builders.world import world
from tests.notifier.smtp_peer import Peer, running_peer

__all__ = ["peer", "world"]


@pytest.fixture
async def peer() -> AsyncIterator[Peer]:
    """A scripted mail server on a free port."""
    async with running_peer() as running:
        yield running
