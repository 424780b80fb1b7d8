"""A world of each of the three models, in which what happens has its consequences."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import MODEL, World, build
from tests.environment import Cluster, clone, drop


@asynccontextmanager
async def of(model: str, cluster: Cluster, key_dir: Path) -> AsyncIterator[World]:
    """Two towns that work by this model (a name under `tenants`, or a directory), in databases of their own."""
    databases = clone(cluster)
    async with build(databases, key_dir, REACTIONS, MODEL.parent / model) as built:
        yield built
    drop(cluster, databases)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def randers(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with of("randers", cluster, tmp_path_factory.mktemp("keys")) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def slagelse(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with of("slagelse", cluster, tmp_path_factory.mktemp("keys")) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def ringsted(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with of("ringsted", cluster, tmp_path_factory.mktemp("keys")) as built:
        yield built
