"""Deadlines as they fall due: reminded, met, missed, told to those who follow up. The clock is moved."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from services.core.deadline.rules import last_day, next_escalation
from services.core.deadline.service import (
    NewDeadline,
    cancel_deadlines,
    deadlines_of_meeting,
    meet_deadlines,
    open_deadlines_of,
    plan_deadlines,
)
from services.core.deadline.store import TAKE_DUE
from services.core.message.outbox import Claim, send_facts
from services.core.message.rules import may_send
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import Swept, pending, run_sweep
from tests.builders.world import World
from tests.worker.case import Case, anchors, change, open_case

DAY = 24 * 3600


@pytest.fixture
async def case(world: World) -> Case:
    for table in ("message", "deadline"):
        await change(world, world.north, f"delete from {table} where tenant_id = $1")
    return await open_case(world, world.north)


async def agenda(world: World, case: Case, **more: Any) -> datetime:
    """The agenda's deadline in 10 days, with a reminder in 8."""
    async with world.worker.write(world.north.system, "test.deadline") as tx:
        values: dict[str, Any] = {
            "dossier": case.dossier,
            "key": "agenda",
            "task": "send_agenda",
            "meeting": case.meeting,
            "role": "leader",
            "person": world.north.id("leader"),
            "due_at": tx.now + timedelta(days=10),
            "remind_at": (tx.now + timedelta(days=8),),
        }
        assert await plan_deadlines(tx, [NewDeadline(**(values | more))]) == 1
        return tx.now


async def sweep(world: World) -> Swept:
    return await run_sweep(world.worker, anchors(world), world.north.tenant, SweepKind.DEADLINES)


async def told(world: World) -> list[tuple[str, UUID]]:
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select kind, recipient_id from message where tenant_id = $1 and channel = 'mail' order by kind",
            world.north.tenant,
        )
    return [(row["kind"], row["recipient_id"]) for row in rows]


async def states(world: World, case: Case) -> list[str]:
    async with world.worker.read(world.north.system, "test.look") as tx:
        return [row.state for row in await deadlines_of_meeting(tx, case.meeting)]


async def test_reminded_once_and_missed_once(world: World, case: Case) -> None:
    await agenda(world, case)
    assert await sweep(world) == Swept(0, 0)
    await world.advance(8 * DAY + 1)
    assert (await pending(world.worker, world.north.tenant)).deadlines == 1
    assert await sweep(world) == Swept(1, 0)
    assert await sweep(world) == Swept(0, 0)
    leader, teacher = world.north.id("leader"), world.north.id("teacher")
    assert await told(world) == [("deadline_reminder", leader)]
    await world.advance(2 * DAY)
    assert await sweep(world) == Swept(1, 0)
    assert await sweep(world) == Swept(0, 0)
    assert await told(world) == [
        ("deadline_escalated", teacher), ("deadline_missed", leader), ("deadline_reminder", leader),
    ]  # fmt: skip
    assert await states(world, case) == ["missed"]


async def after(world: World, seconds: int) -> None:
    """Move the clock and let the sweep find what is due, three times over."""
    await world.advance(seconds)
    for _ in range(3):
        await sweep(world)


async def escalation(world: World, case: Case) -> datetime:
    """When the leader is told of the agenda: a working day after its last day, as Randers has it."""
    async with world.worker.read(world.north.system, "test.look") as tx:
        (row,) = await deadlines_of_meeting(tx, case.meeting)
        at = next_escalation(world.north.model, row.key, last_day(row.due_at), row.due_at)
    assert at is not None
    return at


async def test_RA_11_the_leader_is_told_a_working_day_after_the_agenda_was_missed_and_once(
    world: World, case: Case
) -> None:
    leader, teacher = world.north.id("leader"), world.north.id("teacher")
    now = await agenda(world, case, person=teacher, remind_at=())
    at = await escalation(world, case)
    await after(world, 10 * DAY + 1)
    # Who was to do it, and at once the convener, who is the leader of this case.
    assert await told(world) == [("deadline_escalated", leader), ("deadline_missed", teacher)]
    await after(world, int((at - now).total_seconds()) - 10 * DAY - 300)
    assert len(await told(world)) == 2
    assert (await pending(world.worker, world.north.tenant)).deadlines == 0
    await after(world, 600)
    assert await told(world) == [
        ("deadline_escalated", leader), ("deadline_escalated", leader), ("deadline_missed", teacher),
    ]  # fmt: skip
    await after(world, 60 * DAY)
    assert len(await told(world)) == 3
    assert await states(world, case) == ["missed"]


async def test_once_it_is_done_nobody_more_is_told(world: World, case: Case) -> None:
    await agenda(world, case, remind_at=())
    await after(world, 10 * DAY + 1)
    before = await told(world)
    async with world.api.write(world.north.who("leader"), "test.meet") as tx:
        assert await meet_deadlines(tx, meeting=case.meeting, task="send_agenda") == 1
        assert await meet_deadlines(tx, meeting=case.meeting, task="send_agenda") == 0
    await after(world, 30 * DAY)
    assert await told(world) == before
    assert await states(world, case) == ["missed"]


async def test_what_is_planned_to_be_said_of_a_missed_deadline_is_not_sent_once_it_is_done(
    world: World, case: Case
) -> None:
    await agenda(world, case, remind_at=())
    await after(world, 10 * DAY + 1)
    async with world.behind_the_walls(world.north) as db:
        await db.execute("update message set state = 'sending', attempt = 1 where kind = 'deadline_missed'")
        message = await db.fetchval(
            "select id from message where kind = 'deadline_missed' and channel = 'mail'"
        )
    for done in (False, True):
        async with world.api.write(world.north.who("leader"), "test.meet") as tx:
            if done:
                await meet_deadlines(tx, meeting=case.meeting)
        async with world.notifier.read(world.north.system, "test.recheck") as tx:
            facts = await send_facts(tx, Claim(message, 1))
            assert (facts is None) is done
            assert facts is None or may_send(facts, tx.now) is None
    async with world.behind_the_walls() as db:
        row = await db.fetchrow("select state, reason from message where id = $1", message)
    assert row is not None
    assert (row["state"], row["reason"]) == ("cancelled", "deadline_settled")


async def test_a_cancelled_meeting_is_followed_up_by_nobody(world: World, case: Case) -> None:
    await agenda(world, case, remind_at=())
    await after(world, 10 * DAY + 1)
    before = await told(world)
    await change(world, world.north, "update meeting set status = 'cancelled' where tenant_id = $1 and id = $2",
                 case.meeting)  # fmt: skip
    await after(world, 30 * DAY)
    assert await told(world) == before


async def test_done_in_time_tells_nobody(world: World, case: Case) -> None:
    await agenda(world, case)
    async with world.api.write(world.north.who("leader"), "test.meet") as tx:
        assert [row.key for row in await open_deadlines_of(tx, world.north.id("leader"))] == ["agenda"]
        assert await meet_deadlines(tx, meeting=case.meeting, task="send_agenda") == 1
    await world.advance(30 * DAY)
    assert await sweep(world) == Swept(0, 0)
    assert await told(world) == []
    assert await states(world, case) == ["met"]


async def test_a_moved_meeting_takes_its_deadlines_back(world: World, case: Case) -> None:
    await agenda(world, case)
    async with world.api.write(world.north.who("leader"), "test.move") as tx:
        assert await cancel_deadlines(tx, meeting=case.meeting) == 1
    await agenda(world, case)
    await world.advance(11 * DAY)
    assert await sweep(world) == Swept(1, 0)
    assert await states(world, case) == ["missed"]


async def test_planned_twice_is_one(world: World, case: Case) -> None:
    await agenda(world, case)
    async with world.worker.write(world.north.system, "test.again") as tx:
        new = NewDeadline(dossier=case.dossier, key="agenda", task="send_agenda", meeting=case.meeting,
                          person=world.north.id("leader"), due_at=tx.now + timedelta(days=3))  # fmt: skip
        assert await plan_deadlines(tx, [new]) == 0


async def test_what_is_too_late_from_the_start_is_missed_and_tells_nobody(world: World, case: Case) -> None:
    async with world.worker.write(world.north.system, "test.late") as tx:
        await plan_deadlines(
            tx,
            [
                NewDeadline(
                    dossier=case.dossier,
                    key="agenda",
                    task="send_agenda",
                    meeting=case.meeting,
                    due_at=tx.now,
                )
            ],
        )
    assert await states(world, case) == ["missed"]
    assert await sweep(world) == Swept(0, 0)
    assert await told(world) == []


async def test_a_parents_own_deadline_is_not_shown_to_the_other(world: World, case: Case) -> None:
    await agenda(world, case, key="answer", task="answer", person=world.north.id("mother"), private=True)
    await agenda(world, case)
    seen = {}
    for name in ("mother", "father", "leader"):
        async with world.api.read(world.north.who(name), "test.look") as tx:
            seen[name] = {row.key for row in await deadlines_of_meeting(tx, case.meeting)}
    assert seen == {"mother": {"agenda", "answer"}, "father": {"agenda"}, "leader": {"agenda", "answer"}}
    async with world.api.write(world.north.who("mother"), "test.answer") as tx:
        assert (
            await meet_deadlines(tx, meeting=case.meeting, task="answer", person=world.north.id("mother"))
            == 1
        )
    async with world.api.read(world.south.who("leader"), "test.look") as tx:
        assert await deadlines_of_meeting(tx, case.meeting) == []


async def test_one_that_can_not_be_handled_delays_only_itself(world: World, case: Case) -> None:
    await agenda(world, case)
    await agenda(world, case, key="minutes", task="send_minutes")
    await world.advance(12 * DAY)
    # A database that refuses one row's end stands for whatever can go wrong with one row.
    async with world.behind_the_walls() as db:
        await db.execute(
            """create function public.refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$;
            create trigger refuse before update on rundbord.deadline for each row
            when (new.key = 'agenda' and new.state = 'missed') execute function public.refuse()"""
        )
        assert await sweep(world) == Swept(handled=1, failed=1)
        await db.execute("drop trigger refuse on rundbord.deadline; drop function public.refuse()")
    assert sorted(await states(world, case)) == ["missed", "open"]
    assert await sweep(world) == Swept(0, 0)
    await world.advance(3600)
    assert await sweep(world) == Swept(1, 0)
    assert await states(world, case) == ["missed", "missed"]


async def test_a_sweep_reads_the_rows_that_are_due_and_no_others(world: World, case: Case) -> None:
    for number in range(200):
        later = case.starts_at + timedelta(days=100 + number)
        await agenda(world, case, key=f"later-{number}", due_at=later, remind_at=())
    for number in range(5):
        await agenda(world, case, key=f"due-{number}", remind_at=())
    await world.advance(11 * DAY)
    async with world.behind_the_walls() as db:
        await db.execute("vacuum analyze rundbord.deadline")
    async with world.worker.tenant_function() as connection:
        await connection.fetchval("select rundbord.begin_system($1)", world.north.tenant)
        # A table of a test is so small that reading it whole would be cheapest; in earnest it is not.
        await connection.execute("set local enable_seqscan = off; set local enable_bitmapscan = off")
        explained = await connection.fetch(f"explain (analyze, costs off) {TAKE_DUE.sql}")
    plan = "\n".join(row[0] for row in explained)
    # Of its meeting one row and of its problem its places is asked for by key; how a table of seven rows is read says nothing.
    assert re.findall(r"using deadline_next on deadline .*actual .*rows=([0-9]+)", plan) == ["1"], plan
    assert len(re.findall(r"Scan .*on (?:deadline|meeting|problem_coordinator) ", plan)) == 3, plan
