"""Saying that something was done that nothing else shows: who may, when it counts from, what follows (RA-18, RI-24)."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from services.core.calendar import add_period, calendar_of, end_of_day, local_day
from services.core.casework.roles import roles_in
from services.core.casework.service import load_case_of
from services.core.deadline.rules import last_day
from services.core.deadline.service import (
    NewDeadline,
    deadlines_of_case,
    deadlines_of_meeting,
    plan_deadlines,
)
from services.core.deadline.store import DeadlineRow
from services.core.errors import ErrorCode, UserError
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.handover import OfferCoordinator, accept_coordinator, offer_coordinator
from services.core.problem.service import OpenProblem, end_problem, open_problem
from services.core.problem.settling import SettleDeadline, settle_deadline, unsettle_deadline
from services.core.problem.store import ProblemRow, problem
from services.core.task.store import tasks
from services.core.tenancy.language import Period, Unit
from tests.builders.world import World
from tests.casework.steps import DAY, looked_at, swept
from tests.worker.case import open_case

HALF_YEAR = Period(1, Unit.HALF_YEARS)


async def on_level_4(world: World, began: int = 0) -> ProblemRow:
    """A problem on level 4 with a specialised effort that began so many days ago."""
    async with world.api.write(world.north.who("leader"), "test.open") as tx:
        asked = OpenProblem(world.north.id("child"), "institution", "Uro", level=4, reason="Haster")
        row = await open_problem(tx, asked)
    await world.advance(began * DAY)
    async with world.api.write(world.north.who("leader"), "test.confirm") as tx:
        effort = frozenset({"specialised_effort"})
        on = local_day(tx.now) - timedelta(days=began)
        return await confirm_facts(tx, ConfirmFacts(row.id, effort, frozenset(), False, row.version, on=on))


async def reassessments(world: World, row: ProblemRow) -> list[DeadlineRow]:
    """What must be judged again about a problem, the oldest first."""
    async with world.api.read(world.north.who("leader"), "test.look") as tx:
        return [one for one in await deadlines_of_case(tx, row.dossier_id) if one.problem_id == row.id]


async def settled(
    world: World, deadline: UUID, version: int, done_on: date | None = None, who: str = "leader"
) -> DeadlineRow:
    """Somebody says that it was done."""
    async with world.api.write(world.north.who(who), "test.settle") as tx:
        return await settle_deadline(tx, SettleDeadline(deadline, version, done_on))


async def unsettled(world: World, said: DeadlineRow, who: str = "leader") -> DeadlineRow:
    """It was not done after all."""
    async with world.api.write(world.north.who(who), "test.unsettle") as tx:
        return await unsettle_deadline(tx, said.id, said.version)


async def today(world: World) -> date:
    async with world.api.read(world.north.who("leader"), "test.day") as tx:
        return local_day(tx.now)


async def test_RA_18_the_next_half_year_counts_from_the_day_on_which_it_was_done(randers: World) -> None:
    row = await on_level_4(randers, began=30)
    (first,) = await reassessments(randers, row)
    await randers.advance(100 * DAY)
    done_on = await today(randers) - timedelta(days=3)
    met = await settled(randers, first.id, first.version, done_on)
    assert (met.state, met.done_at is not None and local_day(met.done_at)) == ("met", done_on)
    old, new = await reassessments(randers, row)
    assert (old.id, old.state, new.state, new.role) == (first.id, "met", "open", "leader")
    calendar = calendar_of(randers.north.model)
    assert new.due_at == end_of_day(add_period(done_on, HALF_YEAR, calendar))
    facts = (await looked_at(randers, "leader", "child")).facts_of(row.id)
    assert facts is not None
    assert [(one.key, one.on) for one in facts.reassessed] == [("specialised_effort", done_on)]
    # What is confirmed beside it moves nothing.
    async with randers.api.write(randers.north.who("leader"), "test.confirm") as tx:
        kept = frozenset({"specialised_effort", "ppv_made"})
        version = (await problem(tx, row.id)).version
        await confirm_facts(tx, ConfirmFacts(row.id, kept, frozenset(), False, version))
    assert [one.id for one in await reassessments(randers, row)] == [old.id, new.id]


async def test_RA_18_done_late_stays_missed_and_the_next_counts_from_then(randers: World) -> None:
    row = await on_level_4(randers)
    (first,) = await reassessments(randers, row)
    async with randers.api.read(randers.north.who("leader"), "test.now") as tx:
        left = first.due_at - tx.now
    await randers.advance(int(left.total_seconds()) + 5 * DAY)
    await swept(randers)
    (missed,) = await reassessments(randers, row)
    assert missed.state == "missed"
    done = await settled(randers, missed.id, missed.version)
    assert (done.state, done.done_at is not None) == ("missed", True)
    day = await today(randers)
    _, new = await reassessments(randers, row)
    assert new.due_at == end_of_day(add_period(day, HALF_YEAR, calendar_of(randers.north.model)))


async def test_said_late_but_done_on_the_last_day_it_was_met_and_a_day_later_it_was_not(
    randers: World,
) -> None:
    for late, state in ((0, "met"), (1, "missed")):
        row = await on_level_4(randers)
        (first,) = await reassessments(randers, row)
        async with randers.api.read(randers.north.who("leader"), "test.now") as tx:
            left = first.due_at - tx.now
        await randers.advance(int(left.total_seconds()) + 5 * DAY)
        await swept(randers)
        (missed,) = await reassessments(randers, row)
        done_on = last_day(first.due_at) + timedelta(days=late)
        assert (await settled(randers, missed.id, missed.version, done_on)).state == state


async def test_who_may_say_so(randers: World) -> None:
    row = await on_level_4(randers)
    (one,) = await reassessments(randers, row)
    for who in ("teacher", "psychologist", "mother", "adviser", "dpo"):
        with pytest.raises(UserError) as refused:
            await settled(randers, one.id, one.version, who=who)
        assert refused.value.code in (ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND), who
    async with randers.api.write(randers.south.who("leader"), "test.settle") as tx:
        with pytest.raises(UserError) as refused:
            await settle_deadline(tx, SettleDeadline(one.id, one.version))
    assert refused.value.code is ErrorCode.NOT_FOUND
    # The teacher holds the thread now, and may.
    async with randers.api.write(randers.north.who("leader"), "test.offer") as tx:
        version = (await problem(tx, row.id)).version
        await offer_coordinator(tx, OfferCoordinator(row.id, randers.north.id("teacher"), version))
    async with randers.api.write(randers.north.who("teacher"), "test.accept") as tx:
        await accept_coordinator(tx, row.id, (await problem(tx, row.id)).version)
    assert (await settled(randers, one.id, one.version, who="teacher")).state == "met"


async def test_a_day_to_come_an_old_version_and_a_second_time_are_refused(randers: World) -> None:
    row = await on_level_4(randers)
    (one,) = await reassessments(randers, row)
    with pytest.raises(UserError) as refused:
        await settled(randers, one.id, one.version, await today(randers) + timedelta(days=1))
    assert (refused.value.code, refused.value.field) == (ErrorCode.INVALID_INPUT, ("input", "doneOn"))
    with pytest.raises(UserError) as refused:
        await settled(randers, one.id, one.version + 1)
    assert refused.value.code is ErrorCode.CONFLICT
    met = await settled(randers, one.id, one.version)
    with pytest.raises(UserError) as refused:
        await settled(randers, one.id, met.version)
    assert refused.value.code is ErrorCode.CONFLICT


async def test_RI_24_what_is_sent_outside_is_said_and_what_is_done_here_shows_itself(randers: World) -> None:
    case = await open_case(randers, randers.north, "child")
    async with randers.worker.write(randers.north.system, "test.plan") as tx:
        wanted = [
            NewDeadline(
                dossier=case.dossier, key=task, task=task, meeting=case.meeting,
                due_at=tx.now + timedelta(days=14), role="leader",
            )
            for task in ("send_agenda", "send_plan")
        ]  # fmt: skip
        await plan_deadlines(tx, wanted)
    async with randers.api.read(randers.north.who("leader"), "test.look") as tx:
        agenda, plan = await deadlines_of_meeting(tx, case.meeting)
    with pytest.raises(UserError) as refused:
        await settled(randers, agenda.id, agenda.version)
    assert refused.value.message_key == "deadline.shown_by_its_deed"
    met = await settled(randers, plan.id, plan.version)
    assert met.state == "met"
    # Said too soon: it is taken back within the hour, by who answers for it, and after the hour it stands.
    with pytest.raises(UserError) as refused:
        await unsettled(randers, met, "psychologist")
    assert refused.value.code in (ErrorCode.FORBIDDEN, ErrorCode.NOT_FOUND)
    back = await unsettled(randers, met)
    assert (back.state, back.done_at, back.due_at) == ("open", None, plan.due_at)
    again = await settled(randers, back.id, back.version)
    await randers.advance(3601)
    with pytest.raises(UserError) as refused:
        await unsettled(randers, again)
    assert refused.value.message_key == "deadline.not_just_done"


async def test_it_stands_among_the_tasks_of_who_fills_its_role_or_holds_the_thread(randers: World) -> None:
    async def waiting(who: str) -> list[UUID | None]:
        async with randers.api.read(randers.north.who(who), "test.tasks") as tx:
            found = await tasks(tx, await roles_in(tx, randers.north.model))
            return [one.deadline_id for one in found if one.problem_id == row.id]

    row = await on_level_4(randers)
    (one,) = await reassessments(randers, row)
    assert await waiting("leader") == [one.id]
    assert await waiting("teacher") == []
    await settled(randers, one.id, one.version)
    (new,) = [found for found in await reassessments(randers, row) if found.state == "open"]
    assert await waiting("leader") == [new.id]
    async with randers.api.write(randers.north.who("leader"), "test.end") as tx:
        await end_problem(tx, row.id, (await problem(tx, row.id)).version)
    assert await waiting("leader") == []
    async with randers.api.read(randers.north.who("leader"), "test.case") as reader:
        assert (await load_case_of(reader, row.dossier_id)).facts_of(row.id) is not None
