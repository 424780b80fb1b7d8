"""A database that goes away under a transaction, in whichever moment, is told apart from a fault of ours."""

import asyncio
from collections.abc import Awaitable

import asyncpg
import pytest

from services.api.failures import as_user_error
from services.api.graphql.engine import Outcome
from services.api.graphql.faults import user_fault
from services.core.db.away import is_away
from services.core.db.database import Database
from services.core.errors import ErrorCode, UserError
from services.core.settings import Settings
from tests.builders.world import World, settings, world
from tests.environment import Databases

__all__ = ["world"]


@pytest.mark.parametrize("after", [0.0, 0.001, 0.01, 0.05])
async def test_a_connection_that_is_cut_is_a_database_away(world: World, after: float) -> None:
    for _ in range(5):
        error = await _error_of(_cut_in_the_middle(world, after))
        assert error is not None
        assert is_away(error), repr(error)
        known = as_user_error(error)
        assert known is not None
        assert known.code is ErrorCode.UNAVAILABLE


async def test_the_pool_is_whole_again_after_every_connection_was_cut(world: World) -> None:
    async with world.behind_the_walls() as above:
        await above.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where usename = 'rundbord_worker' and datname = current_database()"
        )
    errors = [await _error_of(_read(world)) for _ in range(8)]
    assert errors.count(None) >= 4
    assert [error for error in errors if error is not None and not is_away(error)] == []


def test_what_a_bad_state_of_a_connection_is_called() -> None:
    broken = asyncpg.InternalClientError("cannot switch to state 15; another operation (2) is in progress")
    assert is_away(broken)
    assert not is_away(asyncpg.DataError("an argument of the wrong type"))
    assert not is_away(asyncpg.UniqueViolationError("a fault of ours"))


@pytest.mark.parametrize("executed", [True, False])
def test_away_in_the_middle_of_an_operation_is_503_as_at_its_start(executed: bool) -> None:
    away = user_fault(UserError(ErrorCode.UNAVAILABLE), "da")
    assert Outcome((away,), None, executed=executed).status == 503


async def test_keys_that_do_not_answer_leave_no_connection_behind(databases: Databases, world: World) -> None:
    told = settings(databases, "rundbord_notifier", world.key_dir)
    deaf = Settings(
        database_url=told.database_url, keys_url="postgresql://a:b@127.0.0.1:1/c", key_dir=told.key_dir
    )

    async def open_now() -> int:
        async with world.behind_the_walls() as above:
            n: int = await above.fetchval(
                "select count(*) from pg_stat_activity where usename = 'rundbord_notifier'"
                " and datname = current_database()"
            )
        return n

    before = await open_now()
    for _ in range(3):
        assert isinstance(await _error_of(Database.open(deaf, {}, size=1)), OSError)
    await asyncio.sleep(0.5)
    assert await open_now() <= before


async def _cut(above: asyncpg.Connection, pid: int, after: float) -> None:
    await asyncio.sleep(after)
    await above.execute("select pg_terminate_backend($1)", pid)


async def _cut_in_the_middle(world: World, after: float) -> None:
    async with (
        world.behind_the_walls() as above,
        world.worker.read(world.north.system, "test.read") as tx,
    ):
        mine = await tx._connection.fetchval("select pg_backend_pid()")
        try:
            await asyncio.gather(
                tx._connection.fetch("select pg_sleep(0.02) from generate_series(1, 100)"),
                _cut(above, mine, after),
            )
        finally:
            await tx._connection.fetch("select 1")


async def _read(world: World) -> None:
    async with world.worker.read(world.north.system, "test.read"):
        pass


async def _error_of(work: Awaitable[object]) -> Exception | None:
    try:
        await work
    except Exception as error:
        return error
    return None
