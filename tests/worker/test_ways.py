"""By which ways a message goes: those that were chosen, the next where one leads nowhere, and what receipts tell."""

import asyncio
from uuid import UUID, uuid4

import pytest

from services.core.message import outbox, receipts
from services.core.message.kinds import Channel, MessageKind, Reason
from services.core.message.outbox import Claim, ClaimLostError
from services.core.message.retry import Failure, FailureKind, Stage
from services.core.message.service import MessagePlan, plan_message
from services.core.message.ways import ways
from tests.builders.world import World
from tests.worker.case import Case, change, open_case


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    await change(world, world.north, "delete from contact_choice where tenant_id = $1")
    return await open_case(world, world.north)


async def choose(world: World, name: str, *channels: str) -> None:
    await change(
        world, world.north,
        "insert into contact_choice (tenant_id, person_id, dossier_id, channels, changed_at)"
        " select tenant_id, id, dossier_id, $3::text[], now() from person where tenant_id = $1 and id = $2",
        world.north.id(name), list(channels),
    )  # fmt: skip


async def plan(world: World, case: Case, name: str = "mother") -> None:
    async with world.worker.write(world.north.system, "test.plan") as tx:
        await plan_message(
            tx,
            MessagePlan(
                kind=MessageKind.INVITATION,
                recipient=world.north.id(name),
                dossier=case.dossier,
                meeting=case.meeting,
                occurrence_key=f"invitation:{case.meeting}:0",
            ),
        )


async def claim(world: World) -> dict[str, Claim]:
    """What is due now, by its way."""
    async with world.notifier.write(world.north.system, "test.claim") as tx:
        return {row.channel: Claim(row.id, row.attempt) for row in await outbox.claim(tx, 10)}


async def give_up(world: World, held: Claim, reason: Reason = Reason.NO_ADDRESS) -> str:
    async with world.notifier.write(world.north.system, "test.give_up") as tx:
        return await outbox.give_up(tx, held, reason)


async def send(world: World, held: Claim) -> None:
    async with world.notifier.write(world.north.system, "test.settle") as tx:
        assert await outbox.settle_sent(tx, held)


async def seen(world: World) -> list[tuple[str, str, str | None]]:
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select channel, state, reason from message where tenant_id = $1 order by channel",
            world.north.tenant,
        )
    return [tuple(row) for row in rows]


async def municipality(world: World) -> tuple[Channel, ...]:
    async with world.notifier.read(world.north.system, "test.ways") as tx:
        return await ways(tx)


async def test_a_message_goes_to_the_inbox_and_by_each_way_that_was_chosen(world: World, case: Case) -> None:
    await choose(world, "mother", "sms", "digital_post")
    await plan(world, case)
    await plan(world, case, "father")
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select recipient_id, array_agg(channel order by channel) as ways from message"
            " where tenant_id = $1 group by recipient_id",
            world.north.tenant,
        )
    assert {row["recipient_id"]: row["ways"] for row in rows} == {
        world.north.id("mother"): ["digital_post", "inbox", "sms"],
        world.north.id("father"): ["inbox", "mail"],
    }


async def test_what_one_way_cannot_bring_goes_by_the_next_until_none_is_left(
    world: World, case: Case
) -> None:
    known = await municipality(world)
    await choose(world, "mother", "sms")
    await plan(world, case)
    tried, held = ["sms"], (await claim(world))["sms"]
    while (outcome := await give_up(world, held)) == "fell_back":
        ((way, held),) = (await claim(world)).items()
        tried.append(way)
    assert outcome == "dead"
    assert tried == ["sms", *(way.value for way in known if way is not Channel.SMS)]
    states = {way: (state, reason) for way, state, reason in await seen(world) if way != "inbox"}
    assert states.pop(tried[-1]) == ("dead", "no_address")
    assert set(states.values()) == {("cancelled", "no_address")}


async def test_of_two_chosen_ways_one_that_fails_is_no_dead_letter(world: World, case: Case) -> None:
    await choose(world, "mother", "mail", "sms")
    await plan(world, case)
    held = await claim(world)
    await send(world, held["mail"])
    assert await give_up(world, held["sms"], Reason.REFUSED) == "cancelled"
    assert len(await seen(world)) == 3


async def test_two_ways_that_fail_in_one_moment_see_each_other(world: World, case: Case) -> None:
    await choose(world, "mother", "mail", "sms", "digital_post")
    await plan(world, case)
    held = await claim(world)
    outcomes = await asyncio.gather(*(give_up(world, held[way]) for way in ("mail", "sms", "digital_post")))
    assert sorted(outcomes) == ["cancelled", "cancelled", "dead"]


async def test_who_lost_the_claim_plans_no_other_way(world: World, case: Case) -> None:
    await choose(world, "mother", "sms")
    await plan(world, case)
    held = (await claim(world))["sms"]
    with pytest.raises(ClaimLostError):
        await give_up(world, Claim(held.id, held.attempt - 1))
    assert [way for way, _, _ in await seen(world)] == ["inbox", "sms"]


async def test_one_notifier_cannot_name_another_towns_message(world: World, case: Case) -> None:
    await plan(world, case)
    held = (await claim(world))["mail"]
    async with world.notifier.write(world.south.system, "test.fall_back") as tx:
        assert await receipts.arrived(tx, held.id) is False
        assert await receipts.came_back(tx, held.id) is False
    assert {way: state for way, state, _ in await seen(world)}["mail"] == "sending"


async def _receipt(world: World, kind: str, message: UUID, *channels: Channel) -> bool:
    about = channels or receipts.OUTGOING
    async with world.notifier.write(world.north.system, "test.receipt") as tx:
        return await (receipts.arrived if kind == "arrived" else receipts.came_back)(tx, message, about)


async def test_what_came_back_goes_another_way_however_often_it_is_told(world: World, case: Case) -> None:
    await choose(world, "mother", "sms")
    await plan(world, case)
    held = (await claim(world))["sms"]
    assert not await _receipt(world, "came_back", held.id), "nobody has recorded yet that it went"
    await send(world, held)
    assert not await _receipt(world, "came_back", held.id, Channel.MAIL), "a mail's receipt is not for an SMS"
    assert await _receipt(world, "came_back", held.id)
    assert not await _receipt(world, "came_back", held.id)
    assert not await _receipt(world, "arrived", held.id), "it came back: it has not arrived"
    assert not await _receipt(world, "arrived", uuid4())
    states = await seen(world)
    assert ("sms", "cancelled", "bounced") in states
    assert len([way for way, _, _ in states if way != "inbox"]) == 2


async def test_a_receipt_may_come_before_the_record_that_it_went(world: World, case: Case) -> None:
    await plan(world, case)
    held = (await claim(world))["mail"]
    assert await _receipt(world, "arrived", held.id)
    await send(world, held)
    async with world.behind_the_walls() as db:
        row = await db.fetchrow("select state, delivered_at from message where id = $1", held.id)
    assert row is not None
    assert row["state"] == "sent"
    assert row["delivered_at"] is not None


async def test_a_message_that_is_put_off_waits_for_its_hour_and_uses_up_no_patience(
    world: World, case: Case
) -> None:
    await plan(world, case)
    held = (await claim(world))["mail"]
    async with world.notifier.write(world.north.system, "test.busy") as tx:
        assert await outbox.postpone(tx, held, Failure(FailureKind.BUSY, Stage.RECIPIENT, 451), tx.now)
    await change(world, world.north, "update message set free_at = clock_timestamp() where tenant_id = $1")
    again = (await claim(world))["mail"]
    async with world.notifier.write(world.north.system, "test.defer") as tx:
        assert not await outbox.defer(tx, held, tx.now), "an older attempt decides nothing"
        assert await outbox.defer(tx, again, case.starts_at)
    assert await claim(world) == {}
    async with world.behind_the_walls() as db:
        row = await db.fetchrow(
            "select state, not_before, first_attempt_at from message where id = $1", again.id
        )
        ends = await db.fetch(
            "select outcome from delivery_attempt where message_id = $1 order by attempt", again.id
        )
    assert row is not None
    assert (row["state"], row["not_before"]) == ("planned", case.starts_at)
    assert row["first_attempt_at"] is not None, "what has failed once keeps its patience's beginning"
    assert [end["outcome"] for end in ends] == ["retry", "deferred"]
