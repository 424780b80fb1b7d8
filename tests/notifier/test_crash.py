"""kill -9 of a whole notifier in the middle of a batch: nothing is lost, and twice goes only what no one can know."""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from services.notifier.app import SLOTS
from tests.builders.world import World
from tests.notifier.outbox_case import all_sent, environment, hurry, plan, until
from tests.notifier.smtp_peer import Peer, eventually
from tests.worker.case import Case, change, open_case

MESSAGES = 40


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


@asynccontextmanager
async def notifier_process(world: World, peer: Peer) -> AsyncIterator[asyncio.subprocess.Process]:
    """``python -m services.notifier`` as production starts it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services.notifier", env=os.environ | environment(world, peer),
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
        await process.wait()


@pytest.mark.parametrize("stage", ["RCPT", "END"])
@pytest.mark.parametrize("killed_after", [5, 23])
async def test_a_killed_notifier_loses_nothing(
    world: World, peer: Peer, case: Case, stage: str, killed_after: int
) -> None:
    await plan(world, case, "mother", "father", times=MESSAGES // 2)
    peer.slow[stage] = 0.15
    async with notifier_process(world, peer) as first:
        await eventually(lambda: len(peer.accepted) >= killed_after, 30)
        first.send_signal(signal.SIGKILL)
        await first.wait()
    at_kill = Counter(peer.outbox_ids())
    peer.slow.clear()
    async with notifier_process(world, peer):
        await hurry(world)
        seen = await until(world, all_sent, 40)
    arrived = Counter(peer.outbox_ids())
    assert set(arrived) == set(seen), "lost"
    twice = {message for message, n in arrived.items() if n > 1}
    assert all(n == 1 for n in at_kill.values())
    assert all(arrived[message] == 2 for message in twice)
    # Only what was being handed over as the process died: at most what it may hold at a time.
    assert len(twice) <= SLOTS
    async with world.behind_the_walls() as db:
        lost = await db.fetch("select message_id::text as id from delivery_attempt where outcome = 'lost'")
    assert twice <= {row["id"] for row in lost}
    for message in twice:
        ids = {mail["Message-ID"] for mail in peer.accepted if mail["X-Rundbord-Outbox"] == message}
        assert len(ids) == 1


async def test_a_stopped_notifier_ends_what_it_began(world: World, peer: Peer, case: Case) -> None:
    await plan(world, case, "mother", "father", times=MESSAGES // 2)
    peer.slow["END"] = 0.2
    async with notifier_process(world, peer) as process:
        await eventually(lambda: len(peer.accepted) >= 5, 30)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 30) == 0
    async with world.behind_the_walls() as db:
        held = await db.fetchval("select count(*) from message where state = 'sending'")
        sent = await db.fetchval("select count(*) from message where state = 'sent'")
    assert (held, sent) == (0, len(peer.accepted))
    assert max(Counter(peer.outbox_ids()).values()) == 1


async def test_a_notifier_held_past_its_lease_sends_nothing_that_another_sent(
    world: World, peer: Peer, case: Case
) -> None:
    await plan(world, case, "mother", "father")
    peer.pause["RCPT"] = asyncio.Event()
    async with notifier_process(world, peer) as first:
        await eventually(lambda: len(peer.recipients) >= 2, 30)
        first.send_signal(signal.SIGSTOP)
        held = peer.pause.pop("RCPT")
        await hurry(world)
        async with notifier_process(world, peer):
            await until(world, all_sent, 40)
            held.set()
            first.send_signal(signal.SIGCONT)
            await asyncio.sleep(2)
    assert sorted(Counter(peer.outbox_ids()).values()) == [1, 1]


async def test_settings_that_can_not_be_used_are_named(world: World, peer: Peer) -> None:
    told = environment(world, peer) | {"RUNDBORD_SMTP_URL": "http://bruger:hemmelig@x"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services.notifier", env=os.environ | told, stderr=asyncio.subprocess.PIPE
    )
    _, said = await process.communicate()
    assert process.returncode == 2
    assert b"SMTP" in said
    assert b"hemmelig" not in said
