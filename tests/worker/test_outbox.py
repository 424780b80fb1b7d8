"""The outbox against PostgreSQL: planned once, taken back, claimed under a fence, looked at again."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.core.message import outbox
from services.core.message.kinds import MessageKind, Reason
from services.core.message.outbox import Claim
from services.core.message.rules import may_send
from services.core.message.service import MessagePlan, cancel_messages, list_inbox, mark_read, plan_message
from services.core.message.store import ClaimRow
from tests.builders.world import Town, World
from tests.worker.case import Case, change, open_case


@pytest.fixture
async def case(world: World) -> Case:
    await change(world, world.north, "delete from message where tenant_id = $1")
    return await open_case(world, world.north)


def invitation(town: Town, case: Case, name: str = "mother", **more: Any) -> MessagePlan:
    values: dict[str, Any] = {
        "kind": MessageKind.INVITATION,
        "recipient": town.id(name),
        "dossier": case.dossier,
        "meeting": case.meeting,
        "occurrence_key": f"invitation:{case.meeting}:0",
        "inbox": False,
    }
    return MessagePlan(**(values | more))


async def plan(world: World, *plans: MessagePlan, town: Town | None = None) -> list[bool]:
    async with world.worker.write((town or world.north).system, "test.plan") as tx:
        return [await plan_message(tx, one) for one in plans]


async def claim(world: World, town: Town | None = None, lease: timedelta = outbox.LEASE) -> list[ClaimRow]:
    async with world.notifier.write((town or world.north).system, "test.claim") as tx:
        return await outbox.claim(tx, 10, lease)


async def verdict(world: World, row: ClaimRow) -> Reason | None:
    async with world.notifier.read(world.north.system, "test.recheck") as tx:
        facts = await outbox.send_facts(tx, Claim(row.id, row.attempt))
        assert facts is not None
        return may_send(facts, tx.now)


async def state_of(world: World, message: UUID) -> tuple[str, str | None]:
    async with world.behind_the_walls() as db:
        row = await db.fetchrow("select state, reason from message where id = $1", message)
    assert row is not None
    return row["state"], row["reason"]


async def test_the_same_occasion_is_planned_once(world: World, case: Case) -> None:
    plans = [invitation(world.north, case)] * 2 + [invitation(world.north, case, "father")]
    assert await plan(world, *plans) == [True, False, True]
    assert len(await claim(world)) == 2


async def test_a_change_that_fails_plans_nothing(world: World, case: Case) -> None:
    class ChangeFailedError(Exception):
        pass

    async def change_that_fails() -> None:
        async with world.worker.write(world.north.system, "test.plan") as tx:
            await plan_message(tx, invitation(world.north, case))
            raise ChangeFailedError

    with pytest.raises(ChangeFailedError):
        await change_that_fails()
    assert await claim(world) == []


async def test_an_actor_plans_through_the_function_alone(world: World, case: Case) -> None:
    async with world.api.write(world.north.who("mother"), "test.plan") as tx:
        assert await plan_message(
            tx, invitation(world.north, case, "leader", kind=MessageKind.ANSWER_RECEIVED)
        )
    (row,) = await claim(world)
    assert row.kind == "answer_received"


async def test_nothing_goes_before_its_time(world: World, case: Case) -> None:
    async with world.worker.write(world.north.system, "test.plan") as tx:
        tomorrow = tx.now + timedelta(days=1)
        await plan_message(tx, invitation(world.north, case, not_before=tomorrow))
    assert await claim(world) == []
    await world.advance(24 * 3600)
    assert len(await claim(world)) == 1


async def test_another_town_sees_and_claims_nothing(world: World, case: Case) -> None:
    await plan(world, invitation(world.north, case))
    assert await claim(world, world.south) == []
    async with world.notifier.read(world.south.system, "test.poll") as tx:
        assert not await outbox.is_due(tx)
        assert (await outbox.measure(tx)).due == 0
    (row,) = await claim(world)
    async with world.notifier.write(world.south.system, "test.settle") as tx:
        assert not await outbox.settle_sent(tx, Claim(row.id, row.attempt))
    assert await state_of(world, row.id) == ("sending", None)


async def test_two_notifiers_share_and_never_overlap(world: World, case: Case) -> None:
    plans = [invitation(world.north, case, occurrence_key=f"invitation:{uuid4()}") for _ in range(15)]
    await plan(world, *plans)
    taken = await asyncio.gather(claim(world), claim(world))
    ids = [row.id for rows in taken for row in rows]
    assert len(ids) == len(set(ids)) == 15


async def test_a_lease_that_ran_out_is_claimed_anew_and_fences_the_old_holder_off(
    world: World, case: Case
) -> None:
    await plan(world, invitation(world.north, case))
    (old,) = await claim(world, lease=timedelta(0))
    (new,) = await claim(world)
    assert (new.id, new.attempt) == (old.id, old.attempt + 1)
    late, mine = Claim(old.id, old.attempt), Claim(new.id, new.attempt)
    async with world.notifier.write(world.north.system, "test.late") as tx:
        assert not await outbox.keep_claim(tx, late)
        assert not await outbox.settle_sent(tx, late)
        assert await outbox.keep_claim(tx, mine)
        assert await outbox.settle_sent(tx, mine)
    async with world.behind_the_walls() as db:
        ends = await db.fetch(
            "select outcome from delivery_attempt where message_id = $1 order by attempt", old.id
        )
    assert [row["outcome"] for row in ends] == ["lost", "sent"]


async def test_a_message_taken_back_while_it_is_held_does_not_go(world: World, case: Case) -> None:
    await plan(world, invitation(world.north, case))
    (row,) = await claim(world)
    held = Claim(row.id, row.attempt)
    async with world.worker.write(world.north.system, "test.cancel") as tx:
        assert await cancel_messages(tx, Reason.NOT_INVITED, meeting=case.meeting) == 1
    async with world.notifier.write(world.north.system, "test.keep") as tx:
        assert not await outbox.keep_claim(tx, held)
        assert await outbox.send_facts(tx, held) is None
    assert await state_of(world, row.id) == ("cancelled", "not_invited")


async def test_what_went_in_the_same_moment_is_recorded_as_sent(world: World, case: Case) -> None:
    await plan(world, invitation(world.north, case))
    (row,) = await claim(world)
    async with world.worker.write(world.north.system, "test.cancel") as tx:
        await cancel_messages(tx, Reason.NOT_INVITED, meeting=case.meeting)
    async with world.notifier.write(world.north.system, "test.settle") as tx:
        assert await outbox.settle_sent(tx, Claim(row.id, row.attempt))
    assert await state_of(world, row.id) == ("sent", None)


async def test_taking_back_keeps_what_still_holds(world: World, case: Case) -> None:
    await plan(
        world,
        invitation(world.north, case),
        invitation(world.north, case, kind=MessageKind.AGENDA_SENT, occurrence_key="agenda:1"),
        invitation(world.north, case, "father"),
    )
    async with world.worker.write(world.north.system, "test.cancel") as tx:
        taken = await cancel_messages(
            tx,
            Reason.SUPERSEDED,
            meeting=case.meeting,
            recipient=world.north.id("mother"),
            keep=[MessageKind.AGENDA_SENT],
        )
    assert taken == 1
    assert {row.kind for row in await claim(world)} == {"agenda_sent", "invitation"}


CHANGES = {
    "nothing": ("select $1::uuid", None),
    "moved": ("update meeting set sequence = 1 where tenant_id = $1 and id = $2", Reason.MEETING_MOVED),
    "cancelled": (
        "update meeting set sequence = 1, status = 'cancelled' where tenant_id = $1 and id = $2",
        Reason.MEETING_CANCELLED,
    ),
    "held": ("update meeting set status = 'held' where tenant_id = $1 and id = $2", Reason.MEETING_OVER),
    "uninvited": (
        "update participant set status = 'removed' where tenant_id = $1 and meeting_id = $2",
        Reason.NOT_INVITED,
    ),
}


@pytest.mark.parametrize("what", CHANGES)
async def test_the_last_look_sees_what_happened_to_the_meeting(world: World, case: Case, what: str) -> None:
    sql, reason = CHANGES[what]
    await plan(world, invitation(world.north, case))
    (row,) = await claim(world)
    await change(world, world.north, sql, *([case.meeting] if "$2" in sql else []))
    assert await verdict(world, row) is reason


async def test_a_parent_whose_custody_ended_is_not_told(world: World, case: Case) -> None:
    """Trap 5: what was queued before it ended stays unsent."""
    await plan(world, invitation(world.north, case, "father"), invitation(world.north, case, "leader"))
    rows = {row.id: row for row in await claim(world)}
    ended = "update custody set majority_at = rundbord.business_now() where tenant_id = $1 and holder_id = $2"
    undo = (
        "update custody set majority_at = rundbord.business_now() + interval '8 years'"
        " where tenant_id = $1 and holder_id = $2"
    )
    await change(world, world.north, ended, world.north.id("father"))
    try:
        verdicts = {await verdict(world, row) for row in rows.values()}
    finally:
        await change(world, world.north, undo, world.north.id("father"))
    assert verdicts == {Reason.ACCESS_ENDED, None}


@pytest.mark.parametrize(
    ("state", "kind", "reason"),
    [
        ("given", MessageKind.INVITATION, None),
        ("withdrawn", MessageKind.INVITATION, Reason.CONSENT_WITHDRAWN),
        ("asked", MessageKind.INVITATION, Reason.CONSENT_WITHDRAWN),
        ("asked", MessageKind.CONSENT_ASKED, None),
        ("given", MessageKind.CONSENT_ASKED, Reason.CONSENT_SETTLED),
        ("withdrawn", MessageKind.CONSENT_WITHDRAWN, None),
    ],
)
async def test_what_rests_on_a_consent_goes_only_while_it_stands(
    world: World, case: Case, state: str, kind: MessageKind, reason: Reason | None
) -> None:
    """Trap 4: looked at again when it is sent."""
    consent = uuid4()
    await change(
        world,
        world.north,
        "insert into consent (tenant_id, id, dossier_id, giver_id, purpose, basis, text_version, model_version_id,"
        " state, asked_at, asked_by) select $1, $2, $3, $4, 'exchange', 'forvaltningsloven', '1', v.id, $5,"
        " rundbord.business_now(), $6 from model_version v where v.tenant_id = $1 limit 1",
        consent, case.dossier, world.north.id("mother"), state, world.north.id("leader"),
    )  # fmt: skip
    await plan(world, invitation(world.north, case, kind=kind, consent=consent))
    (row,) = await claim(world)
    assert await verdict(world, row) is reason


async def test_one_whose_participation_rests_on_a_consent_is_told_while_it_stands(
    world: World, case: Case
) -> None:
    async def answer(state: str, *givers: str) -> None:
        for giver in givers:
            await change(
                world,
                world.north,
                "insert into consent (tenant_id, id, dossier_id, giver_id, purpose, basis, text_version,"
                " model_version_id, state, asked_at, asked_by, answered_at, withdrawn_at) select $1, $2, $3, $4, 'exchange',"
                " 'law', '1', v.id, $5, a.at, $6, a.at, case $5 when 'withdrawn' then a.at end"
                " from model_version v, (select rundbord.business_now() as at) a where v.tenant_id = $1 limit 1",
                uuid4(), case.dossier, world.north.id(giver), state, world.north.id("leader"),
            )  # fmt: skip

    await change(
        world,
        world.north,
        "insert into consent_term (tenant_id, dossier_id, purpose, asked_of, own_age, alone_age)"
        " values ($1, $2, 'exchange', 'each_custody_holder', 15, 18)",
        case.dossier,
    )
    await answer("given", "mother", "father")
    await change(
        world,
        world.north,
        "update participant set consent_purpose = 'exchange' where tenant_id = $1 and meeting_id = $2 and kind = $3",
        case.meeting,
        "professional",
    )
    await plan(world, invitation(world.north, case, "psychologist"))
    (row,) = await claim(world)
    assert await verdict(world, row) is None
    await answer("withdrawn", "father")
    assert await verdict(world, row) is Reason.CONSENT_WITHDRAWN


async def test_the_inbox_is_ones_own(world: World, case: Case) -> None:
    await plan(world, invitation(world.north, case, inbox=True))
    for row in await claim(world):
        async with world.notifier.write(world.north.system, "test.settle") as tx:
            assert await outbox.settle_sent(tx, Claim(row.id, row.attempt))
    async with world.api.write(world.north.who("mother"), "test.inbox") as tx:
        (item,) = [item for item in await list_inbox(tx, 50) if item.meeting_id == case.meeting]
        assert (item.kind, item.read_at) == ("invitation", None)
        await mark_read(tx, item.id)
        assert [i.read_at is not None for i in await list_inbox(tx, 50) if i.id == item.id] == [True]
    for someone in ("father", "leader", "teacher", "other_mother", "dpo"):
        async with world.api.read(world.north.who(someone), "test.inbox") as tx:
            assert item.id not in {other.id for other in await list_inbox(tx, 50)}
    async with world.api.read(world.south.who("mother"), "test.inbox") as tx:
        assert await list_inbox(tx, 50) == []
