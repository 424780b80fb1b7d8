"""A claim is held for as long as its delivery lives, and given back soon after its notifier died."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
import pytest

from services.core.message import outbox
from services.notifier.app import create_notifier
from tests.builders.world import World, world
from tests.notifier.outbox_case import all_sent, notifier_settings, plan, until
from tests.notifier.smtp_peer import Peer, eventually, running_peer
from tests.worker.case import Case, change, open_case

__all__ = ["world"]

LEASE = timedelta(seconds=1)


@pytest.fixture
async def peer() -> AsyncIterator[Peer]:
    async with running_peer() as running:
        yield running


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


@asynccontextmanager
async def notifiers(
    world: World, peer: Peer, count: int = 1, lease: timedelta = LEASE
) -> AsyncIterator[None]:
    """So many notifiers side by side, with a short lease."""
    stop = asyncio.Event()
    running = [
        asyncio.create_task(create_notifier(notifier_settings(world, peer), lease=lease).run(stop))
        for _ in range(count)
    ]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*running)


async def test_a_receiver_slower_than_the_lease_gets_one_mail(world: World, peer: Peer, case: Case) -> None:
    peer.slow["END"] = 3 * LEASE.total_seconds()
    await plan(world, case, "mother")
    async with notifiers(world, peer, 2):
        await until(world, all_sent)
    assert len(peer.accepted) == 1


async def test_what_a_dead_notifier_held_goes_when_its_lease_is_over(
    world: World, peer: Peer, case: Case
) -> None:
    await plan(world, case, "mother")
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        assert len(await outbox.claim(tx, 1, LEASE)) == 1
    async with notifiers(world, peer):
        await asyncio.sleep(LEASE.total_seconds() / 3)
        assert peer.talks == 0
        await until(world, all_sent, 6)
    assert len(peer.accepted) == 1


async def test_a_database_away_for_longer_than_the_lease_causes_no_second_mail(
    world: World, peer: Peer, case: Case
) -> None:
    """The receiver says yes while the record can't be made, and for many leases after."""
    await plan(world, case, "mother", "father")
    peer.pause["END"] = asyncio.Event()
    async with notifiers(world, peer):
        await eventually(lambda: len(peer.accepted) == 2)
        async with world.behind_the_walls() as above:
            await _away(above, "0")
            peer.pause["END"].set()
            await asyncio.sleep(4 * LEASE.total_seconds())
            await _away(above, "-1")
        await until(world, all_sent)
        await asyncio.sleep(2 * LEASE.total_seconds())
    assert len(peer.accepted) == 2


async def test_what_the_keys_held_up_goes_as_soon_as_they_are_back(
    world: World, peer: Peer, case: Case
) -> None:
    """Nothing had been handed over: there is no lease to wait for."""
    keys = await asyncpg.connect(world.databases.keys_superuser)
    try:
        async with notifiers(world, peer, lease=timedelta(hours=1)):
            await asyncio.sleep(1)
            await _away(keys, "0")
            await plan(world, case, "mother", "father")
            await asyncio.sleep(3)
            assert peer.accepted == []
            await _away(keys, "-1")
            await until(world, all_sent, 15)
    finally:
        await keys.close()
    assert len(peer.accepted) == 2


async def test_what_was_planned_before_the_machine_clock_was_set_back_does_not_wait_for_it(
    world: World, case: Case
) -> None:
    await plan(world, case, "mother", "father")
    async with world.behind_the_walls() as above:
        await above.execute("update message set free_at = machine_now() + interval '1 hour'")
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        first = await outbox.claim(tx, 1, timedelta(hours=1))
        others = await outbox.claim(tx, 10, LEASE, [row.id for row in first])
    assert len(first) == 1
    assert others
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        assert await outbox.is_due(tx) is False, "a lease holds, and so does the wait after a failure"


async def _away(above: asyncpg.Connection, limit: str) -> None:
    """To the notifier the database is as good as away: no connection, and none to be had."""
    await above.execute(f"alter role rundbord_notifier connection limit {limit}")
    if limit == "0":
        await above.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'rundbord_notifier'"
        )
