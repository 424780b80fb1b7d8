"""Slagelse's way of working and a made-up municipality's, each in a world where what happens has its consequences."""

from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from uuid import UUID

import pytest
import pytest_asyncio

from services.core.casework.service import load_case
from services.core.problem.confirming import ConfirmCase, confirm_case
from services.core.reactions import REACTIONS
from tests.builders.world import MODEL, Town, World, build
from tests.environment import Databases

FJORDBY = Path(__file__).parents[1] / "municipalities" / "fjordby"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def slagelse(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    model = MODEL.with_name("slagelse")
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def fjordby(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, FJORDBY) as built:
        yield built


async def confirmed(world: World, town: Town, child: str, facts: Iterable[str], by: str = "leader") -> None:
    """These facts are so of the case as a whole."""
    async with world.api.write(town.who(by), "test.confirm") as tx:
        case = await load_case(tx, town.id(child))
        version = case.casework.version if case.casework else 0
        await confirm_case(tx, ConfirmCase(town.id(child), frozenset(facts), version))


async def told(world: World, key: str) -> set[UUID]:
    """Whom a message was planned for, by its occasion."""
    async with world.behind_the_walls() as connection:
        rows = await connection.fetch(
            "select recipient_id from message where occurrence_key like $1 and kind = 'case_news'", f"{key}%"
        )
    return {row["recipient_id"] for row in rows}
