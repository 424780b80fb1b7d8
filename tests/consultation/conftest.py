"""A world of each of the three models, in which what happens has its consequences."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders import world as builder
from tests.builders.world import World, build
from tests.environment import Databases


@asynccontextmanager
async def of(model: str, databases: Databases, key_dir) -> AsyncIterator[World]:
    """Two towns that work by this model."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "MODEL", builder.MODEL.with_name(model))
        async with build(databases, key_dir, REACTIONS) as built:
            yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def randers(databases: Databases, tmp_path_factory) -> AsyncIterator[World]:
    async with of("randers", databases, tmp_path_factory.mktemp("keys")) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def slagelse(databases: Databases, tmp_path_factory) -> AsyncIterator[World]:
    async with of("slagelse", databases, tmp_path_factory.mktemp("keys")) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def ringsted(databases: Databases, tmp_path_factory) -> AsyncIterator[World]:
    async with of("ringsted", databases, tmp_path_factory.mktemp("keys")) as built:
        yield built
