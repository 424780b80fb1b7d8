"""The notifier against PostgreSQL and a mail server: each message once, whatever the server answers."""

import asyncio
from collections import Counter

import pytest

from services.core.message.kinds import Reason
from services.core.message.service import cancel_messages
from services.notifier.app import OF_TENANT
from tests.builders.world import World
from tests.notifier.outbox_case import all_sent, hurry, plan, running_notifier, states, until
from tests.notifier.smtp_peer import CUT, Peer, eventually
from tests.worker.case import Case, change, open_case


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


async def test_everyone_gets_one_neutral_mail_and_finds_it_in_the_inbox(
    world: World, peer: Peer, case: Case
) -> None:
    await plan(world, case, "mother", "leader", inbox=True)
    async with running_notifier(world, peer):
        seen = await until(world, all_sent)
    assert len(seen) == 4
    assert sorted(mail["To"] for mail in peer.accepted) == [
        "leader@kommune.example",
        "mother@familie.example",
    ]
    for mail in peer.accepted:
        assert mail["Message-ID"] == f"<{mail['X-Rundbord-Outbox']}@kommune.example>"
        assert mail["X-Rundbord-Outbox"] in seen
        whole = mail.as_string() + "".join(part.get_content() for part in mail.iter_parts())
        assert f"https://north.test/meetings/{case.meeting}" in whole
        for secret in ("Asta", "Prøve", "netvaerks", "netværks", "Åbrinken", "father"):
            assert secret not in whole, secret


async def test_not_now_waits_and_goes(world: World, peer: Peer, case: Case) -> None:
    await plan(world, case, "mother")
    peer.script["RCPT"] = "451 later"
    async with running_notifier(world, peer):
        await eventually(lambda: peer.talks > 0)
        del peer.script["RCPT"]
        await until(world, all_sent)
    assert len(peer.accepted) == 1


async def test_never_is_a_dead_letter_and_the_others_go(world: World, peer: Peer, case: Case) -> None:
    """The municipality's other ways are tried first, and this notifier has none of them; then people are told."""
    led_nowhere = ["cancelled:channel_off", "cancelled:refused", "dead:channel_off", "sent"]
    await plan(world, case, "mother")
    peer.script["RCPT"] = "550 unknown"
    async with running_notifier(world, peer):
        await until(world, lambda seen: sorted(seen) == led_nowhere)
        del peer.script["RCPT"]
        await plan(world, case, "father")
        await until(world, lambda seen: sorted(seen) == [*led_nowhere, "sent"])
    async with world.behind_the_walls() as db:
        row = await db.fetchrow(
            "select outcome, failure, stage, code from delivery_attempt where failure = 'refused'"
        )
    assert row is not None
    assert tuple(row) == ("cancelled", "refused", "recipient", 550)


async def test_only_an_unknown_end_goes_twice_and_under_one_message_id(
    world: World, peer: Peer, case: Case
) -> None:
    await plan(world, case, "mother", "father")
    peer.script["END"] = CUT
    async with running_notifier(world, peer):
        await eventually(lambda: len(peer.accepted) >= 2)
        del peer.script["END"]
        await hurry(world)
        seen = await until(world, all_sent)
    ids = Counter(mail["Message-ID"] for mail in peer.accepted)
    assert len(ids) == len(seen) == 2
    assert all(1 <= n <= 3 for n in ids.values())


async def test_what_was_taken_back_during_the_talk_does_not_go(world: World, peer: Peer, case: Case) -> None:
    await plan(world, case, "mother")
    peer.pause["RCPT"] = asyncio.Event()
    async with running_notifier(world, peer):
        await eventually(lambda: bool(peer.recipients))
        async with world.worker.write(world.north.system, "test.cancel") as tx:
            await cancel_messages(tx, Reason.MEETING_CANCELLED, meeting=case.meeting)
        peer.pause["RCPT"].set()
    assert peer.accepted == []
    assert set((await states(world)).values()) == {"cancelled:meeting_cancelled"}


async def test_one_who_stalls_delays_nobody_else(world: World, peer: Peer, case: Case) -> None:
    await plan(world, case, "mother")
    peer.pause["MAIL"] = asyncio.Event()
    async with running_notifier(world, peer):
        await eventually(lambda: peer.talks > 0)
        stalled = peer.pause.pop("MAIL")
        await plan(world, case, "father")
        await until(world, lambda seen: sorted(seen) == ["sending", "sent"])
        stalled.set()
        await until(world, all_sent)


async def test_someone_without_an_address_is_settled_as_such(world: World, peer: Peer, case: Case) -> None:
    await change(world, world.north, "update staff set work_email = '' where tenant_id = $1 and person_id = $2",
                 world.north.id("psychologist"))  # fmt: skip
    details = "update person set sealed = ''::bytea where tenant_id = $1 and id = $2"
    await change(world, world.north, details, world.north.id("psychologist"))
    await plan(world, case, "psychologist")
    async with running_notifier(world, peer):
        led_nowhere = ["cancelled:channel_off", "cancelled:no_address", "dead:channel_off", "sent"]
        await until(world, lambda seen: sorted(seen) == led_nowhere)
    assert peer.accepted == []


async def test_an_idle_notifier_leaves_no_access_events(world: World, peer: Peer, case: Case) -> None:
    async def events() -> int:
        async with world.behind_the_walls() as db:
            count: int = await db.fetchval("select count(*) from access_event")
            return count

    before = await events()
    async with running_notifier(world, peer):
        await asyncio.sleep(1.5)
        assert await events() == before
        await plan(world, case, "mother")
        planned = await events()
        await until(world, all_sent)
    assert await events() == planned + 1


async def test_a_mail_server_that_stands_still_keeps_nothing_else_waiting(
    world: World, case: Case, peer: Peer
) -> None:
    """More mail than one channel may have under way; the inbox goes on, and the mail when the server moves again."""
    moves = peer.pause["MAIL"] = asyncio.Event()
    async with running_notifier(world, peer):
        await plan(world, case, "mother", times=3 * OF_TENANT, inbox=True)
        await channel_until(world, "inbox", {"sent": 3 * OF_TENANT})
        await channel_until(world, "mail", {"sending": OF_TENANT, "planned": 2 * OF_TENANT})
        moves.set()
        await channel_until(world, "mail", {"sent": 3 * OF_TENANT})
    assert len(peer.accepted) == 3 * OF_TENANT


async def channel_until(world: World, channel: str, wanted: dict[str, int]) -> None:
    """Wait until the messages of a channel are so many in each state."""
    async with asyncio.timeout(60), world.behind_the_walls() as db:
        while True:
            rows = await db.fetch(
                "select state, count(*) from message where tenant_id = $1 and channel = $2 group by state",
                world.north.tenant,
                channel,
            )
            if {row["state"]: row["count"] for row in rows} == wanted:
                return
            await asyncio.sleep(0.1)
