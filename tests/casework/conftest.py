"""Worlds of four municipalities' models, each with its consequences: the real table of reactions."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases

ROOT = Path(__file__).parents[2]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def randers(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Levels and tracks."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def slagelse(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Offers before birth and events that strike a family."""
    model = ROOT / "tenants" / "slagelse"
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def ringsted(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """No levels: what is confirmed is so of the case."""
    model = ROOT / "tenants" / "ringsted"
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def fjordby(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """Districts, private places, and a meeting within so long of an event."""
    model = ROOT / "tests" / "municipalities" / "fjordby"
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built
