"""What a case must do beside its meetings: judge again in time, and meet after an event. Follows from what is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.events import CaseworkClosed, CaseworkMoved
from services.core.casework.service import Case, load_case_of
from services.core.db.tx import WriteTx
from services.core.deadline.rules import REASSESS, PlannedDeadline
from services.core.deadline.service import (
    NewDeadline,
    align_deadlines,
    deadlines_of_case,
    hand_to,
    settle,
    take_back_waiting,
)
from services.core.identity import DossierId
from services.core.meeting import store as meetings
from services.core.meeting.events import MeetingCalled, MeetingCancelled, MeetingEvent, MeetingHeld
from services.core.meeting.rules import deadlines_after
from services.core.meeting.store import MeetingRow
from services.core.problem import rules
from services.core.problem import store as problems
from services.core.problem.events import DeadlineSettled, FactsConfirmed, LevelMoved
from services.core.tenancy.facts import EventFacts, ProblemFacts
from services.core.tenancy.meetings import Anchor

_HOLD, _CALL = "hold_meeting", "call_meeting"
_COUNTS = {_HOLD: ("held", "concluded"), _CALL: ("planned", "agenda_sent", "held", "concluded")}
"""By task: in which state a meeting is what the event called for."""


async def follow_what_is_known(
    tx: WriteTx, event: LevelMoved | FactsConfirmed | DeadlineSettled | CaseworkMoved
) -> None:
    """Plan what a case's levels, facts and version call for now, and take back what they do not call for any more.

    What must be judged again at least every so often, counted from the last time (RA-18), and the meetings that must
    take place so long after an event. The case's own events and each problem's stand beside each other.
    """
    case = await load_case_of(tx, event.dossier)
    # What is done again and again is due anew once it was done; what an event calls for is done once.
    standing = [
        row
        for row in await deadlines_of_case(tx, event.dossier)
        if row.meeting_type or (row.task == REASSESS and row.done_at is None and row.state != "met")
    ]
    held = await meetings.meetings_of(tx, event.dossier)
    open_ones = {row.id for row in await problems.problems(tx, event.dossier) if row.status == "open"}
    wanted = list(_after_events(case, event.dossier, None, held, tx.now))
    for problem in open_ones:
        facts = case.facts_of(problem)
        if facts is not None:
            wanted += _reassessments(case, event.dossier, facts, problem, tx.now)
            wanted += _after_events(case, event.dossier, problem, held, tx.now)
    for scope in (None, *open_ones):
        await align_deadlines(
            tx,
            [row for row in standing if row.problem_id == scope],
            [new for new in wanted if new.problem == scope],
        )


async def settle_by_calling(tx: WriteTx, event: MeetingCalled) -> None:
    """A meeting that an event called for is called; that it takes place in time is now its convener's to see to."""
    await _settle_by_meeting(tx, event, _CALL)
    meeting = await meetings.meeting(tx, event.meeting)
    await hand_to(tx, await _called_for(tx, event, meeting, None), meeting.convener_id)


async def hand_back(tx: WriteTx, event: MeetingCancelled) -> None:
    """The meeting is not held: what an event calls for is again for whoever fills the role, unless another is called."""
    meeting = await meetings.meeting(tx, event.meeting)
    ahead = [
        one
        for one in await meetings.meetings_of(tx, event.dossier)
        if one.type == meeting.type
        and one.problem_id == meeting.problem_id
        and one.status in ("planned", "agenda_sent")
    ]
    theirs = await _called_for(tx, event, meeting, meeting.convener_id)
    await hand_to(tx, theirs, ahead[0].convener_id if ahead else None)


async def settle_by_holding(tx: WriteTx, event: MeetingHeld) -> None:
    """A meeting that an event called for took place; if it was late, that stays so."""
    await _settle_by_meeting(tx, event, _HOLD)


async def end_with_case(tx: WriteTx, event: CaseworkClosed) -> None:
    """Nothing of a closed case waits any more, but for what the authority must do about an underretning."""
    await take_back_waiting(tx, event.dossier)


async def _called_for(
    tx: WriteTx, event: MeetingEvent, meeting: MeetingRow, held_by: UUID | None
) -> list[UUID]:
    """The deadlines of events for holding a meeting like this one, those that are ``held_by`` somebody or nobody."""
    return [
        row.id
        for row in await deadlines_of_case(tx, event.dossier)
        if row.meeting_type == meeting.type
        and row.task == _HOLD
        and row.done_at is None
        and row.person_id == held_by
        and row.problem_id in (None, meeting.problem_id)
    ]


async def _settle_by_meeting(tx: WriteTx, event: MeetingEvent, task: str) -> None:
    meeting = await meetings.meeting(tx, event.meeting)
    waiting = [
        row
        for row in await deadlines_of_case(tx, event.dossier)
        if row.meeting_type == meeting.type and row.task == task and row.done_at is None
        and row.problem_id in (None, meeting.problem_id)
    ]  # fmt: skip
    if not waiting:
        return
    case = await load_case_of(tx, event.dossier)
    causes = {rule.key: rule.event for rule in case.model.meeting(meeting.type).deadlines}
    for row in waiting:
        happened = [one.on for one in _events(case, row.problem_id) if one.fact == causes.get(row.key)]
        if all(day <= local_day(meeting.starts_at) for day in happened):
            await settle(tx, row, meeting.starts_at if task == _HOLD else tx.now)


def _reassessments(
    case: Case, dossier: DossierId, facts: ProblemFacts, problem: UUID, now: datetime
) -> Iterator[NewDeadline]:
    for one in rules.reassessments_due(case.model, case.facts, facts, now):
        yield _new(dossier, one, problem)


def _after_events(
    case: Case, dossier: DossierId, problem: UUID | None, held: Sequence[MeetingRow], now: datetime
) -> Iterator[NewDeadline]:
    about = case.facts_of(problem)
    if about is not None:
        about = replace(about, events=())
    for event in _events(case, problem):
        alone = replace(case.facts, events=(event,))
        for meeting in case.model.meetings:
            for one in deadlines_after(case.model, meeting.key, Anchor.EVENT, event.on, alone, now, about):
                if not any(
                    _answers(row, one.task, event, problem) for row in held if row.type == meeting.key
                ):
                    # No family is told what was confirmed, and so not what it calls for.
                    new = _new(dossier, one, problem)
                    yield replace(new, meeting_type=meeting.key, private=True, tell_late=True)


def _events(case: Case, problem: UUID | None) -> tuple[EventFacts, ...]:
    if problem is None:
        return case.facts.events
    about = case.facts_of(problem)
    return about.events if about else ()


def _answers(meeting: MeetingRow, task: str, event: EventFacts, problem: UUID | None) -> bool:
    """Whether a meeting that there was already is the one that an event calls for."""
    when = meeting.called_at if task == _CALL else meeting.starts_at
    return (
        meeting.status in _COUNTS.get(task, ())
        and problem in (None, meeting.problem_id)
        and local_day(when) >= event.on
    )


def _new(dossier: DossierId, one: PlannedDeadline, problem: UUID | None) -> NewDeadline:
    return NewDeadline(
        dossier=dossier,
        key=one.key,
        task=one.task,
        due_at=one.due_at,
        remind_at=one.remind_at,
        problem=problem,
        role=one.by or None,
    )
