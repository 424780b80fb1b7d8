"""A meeting within so long of an event: planned as the event is confirmed, settled by holding it, followed up where it
is missed. Fjordby's authority meeting, within 14 days of a report and three weeks of an absence alarm."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from services.core.calendar import add_period, calendar_of, end_of_day, local_day
from services.core.casework.service import close_casework
from services.core.deadline.service import deadlines_of_case
from services.core.meeting import store as meetings
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.rescheduling import cancel_meeting
from services.core.meeting.store import MeetingRow
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.service import OpenProblem, end_problem, open_problem
from services.core.problem.store import ProblemRow
from services.core.tenancy.language import Period, Unit
from tests.builders.world import World
from tests.casework.steps import DAY, confirmed, deadlines, looked_at, standing, swept, told
from tests.worker.case import change
from tests.worker.processes import worker_settings

CHILD = "neighbour"
"""Bo, whose adviser is known: the meeting is hers to hold."""


@pytest.fixture
async def today(fjordby: World) -> date:
    """The local day, with nothing confirmed and nothing planned."""
    await confirmed(fjordby, "leader", CHILD)
    for table in ("message", "deadline", "meeting", "problem"):
        await change(fjordby, fjordby.north, f"delete from {table} where tenant_id = $1")
    async with fjordby.api.read(fjordby.north.who("leader"), "test.day") as tx:
        return local_day(tx.now)


def due_at(world: World, on: date, count: int, unit: Unit = Unit.DAYS) -> datetime:
    """The first instant too late."""
    return end_of_day(add_period(on, Period(count, unit), calendar_of(world.north.model)))


async def until(world: World, instant: datetime) -> None:
    """Move business time just past an instant."""
    async with world.api.read(world.north.who("leader"), "test.clock") as tx:
        now = tx.now
    await world.advance(int((instant - now).total_seconds()) + 2)


async def opened(world: World) -> ProblemRow:
    """A problem that the leader opens."""
    async with world.api.write(world.north.who("leader"), "test.open") as tx:
        return await open_problem(tx, OpenProblem(world.north.id(CHILD), "", "Uro"))


async def called(world: World, days: int = 2) -> MeetingRow:
    """The authority meeting so many days ahead, about a problem of its own, called by the adviser."""
    who, ids = world.north.who("adviser"), world.north.people.ids
    about = await opened(world)
    async with world.api.write(who, "test.call") as tx:
        return await call_meeting(
            tx,
            CallMeeting(
                child=ids[CHILD],
                type="myndighedsmoede",
                starts_at=tx.now + timedelta(days=days),
                place="Rådhuset",
                problem=about.id,
                reason="Der er kommet en anmeldelse.",
                choices=(
                    Choice("adviser", person=ids["adviser"]),
                    Choice("staff", leave_out_reason="Hører ikke til sagen."),
                    Choice("child", leave_out_reason="Spørges for sig."),
                ),
            ),
        )


async def held(world: World, days: int = 2) -> UUID:
    """The same, and held."""
    meeting = await called(world, days)
    await world.advance(days * DAY + 60)
    async with world.api.write(world.north.who("adviser"), "test.hold") as tx:
        version = (await meetings.meeting(tx, meeting.id)).version
        await hold_meeting(tx, HoldMeeting(meeting.id, (), version))
    return meeting.id


async def test_what_an_event_calls_for_is_planned_and_follows_what_is_confirmed(
    fjordby: World, today: date
) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today - timedelta(days=3))
    (row,) = await deadlines(fjordby, casework)
    assert (row["key"], row["meeting_type"], row["task"], row["role"], row["state"]) == (
        "assault_meeting", "myndighedsmoede", "hold_meeting", "adviser", "open",
    )  # fmt: skip
    assert row["due_at"] == due_at(fjordby, today - timedelta(days=3), 14)
    # Another event stands beside it, each with its own day; confirming again plans nothing twice.
    alarm = {"absence_alarm": today - timedelta(days=1)}
    await confirmed(fjordby, "leader", CHILD, "assault_reported", "absence_alarm", days=alarm)
    await confirmed(fjordby, "leader", CHILD, "assault_reported", "absence_alarm")
    assert await standing(fjordby, casework) == [("assault_meeting", "open"), ("absence_meeting", "open")]
    assert (await deadlines(fjordby, casework))[-1]["due_at"] == due_at(
        fjordby, today - timedelta(days=1), 3, Unit.WEEKS
    )
    # The day is set right: what it called for moves with it. Taken back, it calls for nothing.
    await confirmed(fjordby, "leader", CHILD, "assault_reported", days={"assault_reported": today})
    rows = await deadlines(fjordby, casework)
    assert [row["due_at"] for row in rows if row["state"] == "open"] == [due_at(fjordby, today, 14)]
    await confirmed(fjordby, "leader", CHILD)
    assert await standing(fjordby, casework) == []


async def test_the_family_sees_nothing_of_it(fjordby: World, today: date) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)
    seen = {}
    for who in ("other_mother", "leader", "adviser"):
        async with fjordby.api.read(fjordby.north.who(who), "test.look") as tx:
            seen[who] = [row.key for row in await deadlines_of_case(tx, casework.dossier_id)]
    assert seen == {"other_mother": [], "leader": ["assault_meeting"], "adviser": ["assault_meeting"]}
    async with fjordby.api.read(fjordby.south.who("leader"), "test.look") as tx:
        assert await deadlines_of_case(tx, casework.dossier_id) == []


async def test_holding_such_a_meeting_settles_it_once_and_for_all(fjordby: World, today: date) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)
    meeting = await held(fjordby)
    (row,) = await deadlines(fjordby, casework)
    assert (row["state"], row["escalating"]) == ("met", False)
    async with fjordby.behind_the_walls() as db:
        starts_at = await db.fetchval("select starts_at from meeting where id = $1", meeting)
        doubled = await db.fetchval(
            "select count(*) from deadline where meeting_id = $1 and key = 'assault_meeting'", meeting
        )
    assert row["done_at"] == starts_at
    assert doubled == 0, "what the case waits for is not the meeting's a second time"
    await confirmed(fjordby, "leader", CHILD, "assault_reported", "violence_concern")
    assert await standing(fjordby, casework) == [("assault_meeting", "met")]
    await fjordby.advance(40 * DAY)
    await swept(fjordby)
    assert await told(fjordby, casework) == []


async def test_calling_it_hands_the_deadline_to_the_convener_and_cancelling_hands_it_back(
    fjordby: World, today: date
) -> None:
    """The role was everybody's who fills it; who has called the meeting is the one reminded that it must be held in time."""
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)

    async def whose() -> list[UUID | None]:
        async with fjordby.api.read(fjordby.north.who("leader"), "test.look") as tx:
            return [row.person_id for row in await deadlines_of_case(tx, casework.dossier_id)]

    assert await whose() == [None]
    meeting = await called(fjordby)
    assert await whose() == [fjordby.north.id("adviser")]
    async with fjordby.api.write(fjordby.north.who("adviser"), "test.cancel") as tx:
        version = (await meetings.meeting(tx, meeting.id)).version
        await cancel_meeting(tx, meeting.id, "Barnet er syg", version)
    assert await whose() == [None]
    assert await standing(fjordby, casework) == [("assault_meeting", "open")]


async def test_a_meeting_held_after_the_event_and_before_it_is_confirmed_was_the_one(
    fjordby: World, today: date
) -> None:
    await held(fjordby)
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)
    assert await deadlines(fjordby, casework) == []
    # An event after that meeting calls for another one.
    async with fjordby.api.read(fjordby.north.who("leader"), "test.day") as tx:
        later = local_day(tx.now)
    await fjordby.advance(DAY)
    await confirmed(
        fjordby, "leader", CHILD, "assault_reported", days={"assault_reported": later + timedelta(days=1)}
    )
    assert await standing(fjordby, casework) == [("assault_meeting", "open")]


async def test_missed_it_is_told_to_who_was_to_hold_it_and_a_day_later_to_the_leader_each_once(
    fjordby: World, today: date
) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)
    due = due_at(fjordby, today, 14)
    await until(fjordby, due - timedelta(minutes=5))
    await swept(fjordby)
    assert await told(fjordby, casework) == []
    await until(fjordby, due)
    for _ in range(3):
        await swept(fjordby)
    assert await told(fjordby, casework) == [("deadline_missed", "adviser")]
    (row,) = await deadlines(fjordby, casework)
    assert (row["state"], row["escalating"]) == ("missed", True)
    step = end_of_day(
        add_period(
            local_day(due - timedelta(seconds=1)), Period(1, Unit.DAYS), calendar_of(fjordby.north.model)
        )
    )
    await until(fjordby, step - timedelta(minutes=5))
    await swept(fjordby)
    assert len(await told(fjordby, casework)) == 1
    await until(fjordby, step)
    for _ in range(3):
        await swept(fjordby)
    assert await told(fjordby, casework) == [("deadline_missed", "adviser"), ("deadline_escalated", "leader")]
    (row,) = await deadlines(fjordby, casework)
    assert (row["state"], row["escalating"]) == ("missed", False)


async def test_done_late_it_stays_missed_and_nobody_more_is_told(fjordby: World, today: date) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "absence_alarm", on=today - timedelta(days=15))
    # Its rule takes a reason when it is late; the report's would block the call.
    await until(fjordby, due_at(fjordby, today - timedelta(days=15), 3, Unit.WEEKS))
    await swept(fjordby)
    assert await told(fjordby, casework) == [("deadline_missed", "adviser")]
    await held(fjordby)
    (row,) = await deadlines(fjordby, casework)
    assert (row["state"], row["done_at"] is not None, row["escalating"]) == ("missed", True, False)


async def test_an_event_confirmed_too_late_is_told_all_the_same(fjordby: World, today: date) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today - timedelta(days=30))
    await swept(fjordby)
    assert sorted(await told(fjordby, casework)) == [
        ("deadline_escalated", "leader"), ("deadline_missed", "adviser"),
    ]  # fmt: skip
    await swept(fjordby)
    assert len(await told(fjordby, casework)) == 2


async def test_an_event_of_one_problem_is_that_problems_and_ends_with_it(fjordby: World, today: date) -> None:
    who = fjordby.north.who("leader")
    row = await opened(fjordby)
    async with fjordby.api.write(who, "test.confirm") as tx:
        asked = ConfirmFacts(row.id, frozenset({"absence_alarm"}), frozenset(), False, row.version, on=today)
        row = await confirm_facts(tx, asked)
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)
    assert [(one["key"], one["problem_id"]) for one in await deadlines(fjordby, casework)] == [
        ("assault_meeting", None), ("absence_meeting", row.id),
    ]  # fmt: skip
    await held(fjordby)
    assert await standing(fjordby, casework) == [("assault_meeting", "met"), ("absence_meeting", "open")], (
        "a meeting about another problem is not that problem's"
    )
    async with fjordby.api.write(who, "test.end") as tx:
        await end_problem(tx, row.id, row.version)
    assert await standing(fjordby, casework) == [("assault_meeting", "met")]


async def test_a_closed_case_waits_for_nothing(fjordby: World, today: date) -> None:
    casework = await confirmed(fjordby, "leader", "child", "assault_reported", on=today)
    async with fjordby.api.write(fjordby.north.who("leader"), "test.close") as tx:
        await close_casework(tx, fjordby.north.id("child"), casework.version)
    assert await standing(fjordby, casework) == []
    facts = (await looked_at(fjordby, "leader", "child")).facts
    assert facts.facts == frozenset()


SWEEP = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from services.core.db.database import Database
from services.core.identity import TenantId
from services.core.settings import Settings
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep

async def main():
    database = await Database.open(Settings.from_env(), {}, size=2)
    await run_sweep(database, Path(sys.argv[1]), TenantId(UUID(sys.argv[2])), SweepKind.DEADLINES)

asyncio.run(main())
"""


@asynccontextmanager
async def held_up(world: World, state: str) -> AsyncIterator[None]:
    """Whoever writes this state of a deadline hangs there, with its messages written and nothing committed."""
    async with world.behind_the_walls() as db:
        await db.execute(
            f"""create function public.hold_up() returns trigger language plpgsql as
                $$ begin perform pg_sleep(60); return new; end $$;
                create trigger hold_up before update on rundbord.deadline for each row
                when (new.state = '{state}') execute function public.hold_up()"""
        )
        try:
            yield
        finally:
            await db.execute("drop trigger hold_up on rundbord.deadline; drop function public.hold_up()")


async def killed_in_the_middle(world: World) -> None:
    """A process that sweeps is killed with -9 while it writes down what it has told."""
    settings = worker_settings(world, "redis://unused")
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SWEEP, str(world.key_dir / "anchors"), str(world.north.tenant),
        env=os.environ | {
            "RUNDBORD_DATABASE_URL": settings.database_url,
            "RUNDBORD_KEYS_URL": settings.keys_url,
            "RUNDBORD_KEY_DIR": str(settings.key_dir),
        },
    )  # fmt: skip
    async with world.behind_the_walls() as db:
        for _ in range(1200):
            busy = await db.fetch(
                "select pid from pg_stat_activity where wait_event = 'PgSleep' and pid <> pg_backend_pid()"
            )
            if busy:
                break
            await asyncio.sleep(0.05)
        assert busy, "it never came so far"
        running.send_signal(signal.SIGKILL)
        await running.wait()
        # Its backend notices only when it next speaks: the server ends what has nobody behind it.
        for row in busy:
            await db.execute("select pg_terminate_backend($1)", row["pid"])


@pytest.mark.parametrize("step", ["missed", "escalated"])
async def test_killed_in_the_middle_of_a_step_it_is_told_once_by_the_next(
    fjordby: World, today: date, step: str
) -> None:
    casework = await confirmed(fjordby, "leader", CHILD, "assault_reported", on=today)
    await until(fjordby, due_at(fjordby, today, 14))
    expected = [("deadline_missed", "adviser")]
    if step == "escalated":
        await swept(fjordby)
        expected.append(("deadline_escalated", "leader"))
        await fjordby.advance(4 * DAY)
    before = await told(fjordby, casework)
    async with held_up(fjordby, "missed"):
        await killed_in_the_middle(fjordby)
    assert await told(fjordby, casework) == before, "told and not written down, or the other way round"
    for _ in range(2):
        await swept(fjordby)
    assert await told(fjordby, casework) == expected
