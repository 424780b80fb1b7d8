"""A world whose people hold their roles under constraints."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
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


@asynccontextmanager
async def limited(world: World, name: str, limit: dict[str, Any]) -> AsyncIterator[None]:
    """Somebody of the north, whose sessions are under a limit for a while."""
    async with world.behind_the_walls() as connection:
        sql = "update session set limits = case when $2 = '' then '{}' else jsonb_build_object(capacity, $2::jsonb) end"
        await connection.execute(f"{sql} where person_id = $1", world.north.id(name), json.dumps(limit))
        try:
            yield
        finally:
            await connection.execute(f"{sql} where person_id = $1", world.north.id(name), "")


def places(world: World, *names: str) -> dict[str, list[str]]:
    """A limit to these units."""
    return {"units": [str(world.north.people.units[name]) for name in names]}


@asynccontextmanager
async def acting(world: World, name: str, role: str) -> AsyncIterator[asyncpg.Connection]:
    """A transaction as the api's own role, in the capacity role of somebody's session; nothing stays."""
    connection = await asyncpg.connect(
        world.databases.main["rundbord_api"], server_settings={"search_path": "rundbord"}
    )
    transaction = connection.transaction()
    await transaction.start()
    try:
        shown = world.north.sessions[name].credential
        await connection.execute(
            "select * from begin_request($1, $2, $3)", world.north.host, shown.kind, shown.hash
        )
        await connection.execute(f"set local role {role}")
        yield connection
    finally:
        await transaction.rollback()
        await connection.close()
