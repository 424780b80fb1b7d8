"""No minute sees more messages of a municipality leave than it wants, however many notifiers there are."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from services.core.message import outbox, store, ways
from services.core.message.kinds import FIRST, MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.message.store import ClaimRow
from services.notifier.app import create_notifier
from tests.builders.world import World
from tests.notifier.outbox_case import all_sent, notifier_settings, plan, states, until
from tests.notifier.smtp_peer import Peer, eventually
from tests.worker.case import Case, change, open_case


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    await change(world, world.north, "delete from sending_rate where tenant_id = $1")
    return await open_case(world, world.north)


async def claim(world: World, per_minute: int | None, batch: int = 100) -> list[ClaimRow]:
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        return await outbox.claim(tx, batch, per_minute=per_minute)


@asynccontextmanager
async def two_notifiers(world: World, peer: Peer) -> AsyncIterator[None]:
    stop = asyncio.Event()
    running = [
        asyncio.create_task(create_notifier(notifier_settings(world, peer)).run(stop)) for _ in range(2)
    ]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*running)


async def test_two_notifiers_together_send_no_faster_than_the_municipality_wants(
    world: World, peer: Peer, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def per_minute(_: object) -> int:
        return 310  # five in a second, and what two seconds have gathered at the beginning

    monkeypatch.setattr(ways, "per_minute", per_minute)
    await plan(world, case, "mother", "father", times=15)
    began = time.monotonic()
    async with two_notifiers(world, peer):
        await eventually(lambda: len(peer.accepted) >= 10)
        await until(world, all_sent)
    # 30 less the 10 gathered, five in a second.
    assert time.monotonic() - began >= 3.9
    assert len(peer.accepted) == 30


async def test_however_often_it_is_asked_no_minute_has_more(world: World, case: Case) -> None:
    await plan(world, case, "mother", times=40)
    claimed = sum(
        [len(rows) for rows in await asyncio.gather(*[claim(world, 31, batch=3) for _ in range(8)])]
    )
    assert claimed == 1
    async with world.behind_the_walls(world.north) as db:
        for seconds, most in ((10, 2), (3600, 1)):
            await db.execute(
                "update sending_rate set counted_at = counted_at - make_interval(secs => $1)", seconds
            )
            assert len(await claim(world, 31)) <= most


async def test_what_waits_for_room_goes_oldest_first_and_the_inbox_needs_none(
    world: World, case: Case
) -> None:
    await plan(world, case, "mother", times=3)
    await plan(world, case, "father", inbox=True)
    rows = await claim(world, 1)
    assert [row.channel for row in rows].count("inbox") == 1
    assert [row.channel for row in rows].count("mail") == 1
    async with world.behind_the_walls() as db:
        oldest = await db.fetchval(
            "select id from message where channel = 'mail' order by not_before, id limit 1"
        )
    assert oldest in {row.id for row in rows}
    assert await claim(world, 1) == []
    assert len(await claim(world, None)) == 3


async def test_what_is_urgent_goes_before_what_has_waited_longer(world: World, case: Case) -> None:
    await plan(world, case, "mother", times=3)
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.EMERGENCY_ACCESS,
                recipient=world.north.id("leader"),
                dossier=case.dossier,
                occurrence_key=f"emergency:{uuid4()}",
                inbox=False,
            ),
        )
    (first,) = await claim(world, 1)
    assert first.kind in FIRST
    named = set(re.findall(r"m\.kind = '(\w+)'", store.CLAIM.sql))
    assert named == FIRST, "the claim names what goes first; so does its index"


async def test_a_municipality_that_sends_much_keeps_no_other_waiting(world: World, case: Case) -> None:
    await plan(world, case, "mother", times=3)
    await claim(world, 1)
    async with world.notifier.write(world.south.system, "test.claim") as tx:
        room = await tx.one(store.ROOM, per_minute=600)
    assert room is not None
    assert room.room == 19
    assert len([state for state in (await states(world)).values() if state == "planned"]) == 2
