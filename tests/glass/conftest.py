"""A world in which what happens has its consequences, and raw SQL as somebody who is logged in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from services.core.identity import Capacity, PersonId
from services.core.person import reading
from services.core.person.periods import EmploymentRole, record_employment
from services.core.person.service import NewStaff, record_staff
from services.core.reactions import REACTIONS
from tests.builders.world import World, build, open_session
from tests.environment import Databases


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def living(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world of this module's own, with reactions."""
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS) as built:
        yield built


@asynccontextmanager
async def acting(world: World, name: str, role: str) -> AsyncIterator[asyncpg.Connection]:
    """A transaction of the database as the api's own role, in the capacity role of somebody's session; nothing stays."""
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


async def sees(world: World, name: str, child: str) -> bool:
    """Whether somebody sees a child, as the pages would."""
    async with world.api.read(world.north.who(name), "test.sees") as tx:
        return await reading.child(tx, world.north.id(child)) is not None


async def employ(
    world: World, name: str, title: str, unit: str, profession: str, role: EmploymentRole = "professional"
) -> PersonId:
    """One more professional, logged in."""
    town = world.north
    async with world.worker.write(town.system, "test.employ") as tx:
        told = NewStaff(
            source_key=f"staff-{name}",
            name=title,
            email=f"{name}@kommune.example",
            profession=profession,
        )
        town.people.ids[name] = await record_staff(tx, told)
        await record_employment(
            tx, town.id(name), town.people.units[unit], role, tx.now - timedelta(days=100)
        )
    town.sessions[name] = await open_session(world.worker, town.tenant, town.id(name), Capacity(role))
    return town.id(name)


async def told(world: World, kind: str, recipient: UUID) -> int:
    """How many messages of a kind wait for somebody or were sent to them, each channel for itself."""
    async with world.behind_the_walls() as db:
        count: int = await db.fetchval(
            "select count(*) from message where kind = $1 and recipient_id = $2", kind, recipient
        )
    return count
