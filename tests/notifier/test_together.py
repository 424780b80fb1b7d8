"""What is alike for one recipient goes as one message: no more of it, and none of it lost."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest

from services.core.db.database import Database
from services.core.message.kinds import MessageKind
from services.core.message.receipts import came_back
from tests.builders.world import World
from tests.notifier.outbox_case import hurry, notifier_settings, plan, running_notifier, until
from tests.notifier.smtp_peer import Peer, eventually
from tests.worker.case import Case, change, open_case

ANSWER = MessageKind.ANSWER_RECEIVED
TOLD = "cancelled:told_together"


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


async def told_by(world: World) -> dict[str | None, int]:
    """How many messages each message has told of as well."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select told_by::text as by, count(*)::integer as n from message"
            " where tenant_id = $1 and reason = 'told_together' group by 1",
            world.north.tenant,
        )
    return {row["by"]: row["n"] for row in rows}


@asynccontextmanager
async def at_the_250(world: World, peer: Peer) -> AsyncIterator[None]:
    """A notifier runs, whose mail has been taken; it hears so after the block."""
    peer.pause["END"] = asyncio.Event()
    async with running_notifier(world, peer):
        await eventually(lambda: bool(peer.accepted))
        yield
        peer.pause.pop("END").set()


async def test_three_answers_are_one_mail_and_each_its_own_line_in_the_inbox(
    world: World, peer: Peer, case: Case
) -> None:
    await plan(world, case, "leader", times=3, inbox=True, kind=ANSWER)
    await plan(world, case, "mother", kind=ANSWER)
    await plan(world, case, "leader", kind=MessageKind.AGENDA_ADDED)
    async with running_notifier(world, peer):
        await until(world, lambda seen: Counter(seen) == {"sent": 6, TOLD: 2})
    assert Counter(str(mail["To"]) for mail in peer.accepted) == {
        "leader@kommune.example": 2,
        "mother@familie.example": 1,
    }
    [(by, number)] = (await told_by(world)).items()
    assert number == 2
    assert by in peer.outbox_ids()


async def test_invitations_are_each_a_message_of_their_own(world: World, peer: Peer, case: Case) -> None:
    """Each brings an entry for the calendar."""
    await plan(world, case, "leader", times=3)
    async with running_notifier(world, peer):
        await until(world, lambda seen: seen == ["sent"] * 3)


async def test_what_comes_after_the_mail_was_handed_over_is_news(
    world: World, peer: Peer, case: Case
) -> None:
    await plan(world, case, "leader", times=2, kind=ANSWER)
    async with at_the_250(world, peer):
        await plan(world, case, "leader", kind=ANSWER)
        await asyncio.sleep(1)
        assert len(peer.accepted) == 1, "what is alike waits behind it"
    async with running_notifier(world, peer):
        await until(world, lambda seen: Counter(seen) == {"sent": 2, TOLD: 1})
    assert len(peer.accepted) == 2


async def test_what_waits_behind_a_mail_that_is_taken_back_goes_by_itself(
    world: World, peer: Peer, case: Case
) -> None:
    """One of three withdrawn consents takes nothing of the others with it."""
    await plan(world, case, "leader", times=3, kind=ANSWER)
    peer.script["RCPT"] = "451 later"
    async with running_notifier(world, peer):
        await eventually(lambda: peer.talks > 0)
        await change(
            world,
            world.north,
            "update message set state = 'cancelled', reason = 'superseded', settled_at = planned_at"
            " where tenant_id = $1 and attempt > 0",
        )
        del peer.script["RCPT"]
        await until(world, lambda seen: Counter(seen) == {"cancelled:superseded": 1, "sent": 1, TOLD: 1})
    assert len(peer.accepted) == 1


async def test_a_mail_that_came_back_told_of_nothing(world: World, peer: Peer, case: Case) -> None:
    await plan(world, case, "leader", times=3, kind=ANSWER)
    async with running_notifier(world, peer):
        await until(world, lambda seen: Counter(seen) == {"sent": 1, TOLD: 2})
        [first] = peer.outbox_ids()
        database = await Database.open(notifier_settings(world, peer), {}, size=1)
        async with database.write(world.north.system, "test.bounce") as tx:
            assert await came_back(tx, UUID(first))
        await database.close()
        await eventually(lambda: len(peer.accepted) == 2)
    assert len(set(peer.outbox_ids())) == 2


async def test_two_that_died_in_the_middle_keep_nobody_waiting(world: World, peer: Peer, case: Case) -> None:
    """Leases of two alike that ran out: neither waits for the other."""
    await plan(world, case, "leader", times=2, kind=ANSWER)
    await change(
        world,
        world.north,
        "update message set state = 'sending', attempt = 1 where tenant_id = $1",
    )
    await hurry(world)
    async with running_notifier(world, peer):
        await until(world, lambda seen: seen == ["sent"] * 2)
