"""Worlds in which what happens has its consequences: the real table of reactions, one for each paper's model."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import MODEL, World, build
from tests.environment import Databases


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own on Randers' model."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def modelled(
    request: pytest.FixtureRequest, databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    """The same on the model that the module names as `MUNICIPALITY`."""
    model: Path = MODEL.with_name(request.module.MUNICIPALITY)
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built
