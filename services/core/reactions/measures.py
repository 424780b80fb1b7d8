"""What follows when a process or a measure begins, starts or ends: the family is told, and what counts from it is due."""

from typing import Final
from uuid import UUID

from services.core.calendar import add_period, calendar_of, end_of_day, local_day
from services.core.casework.service import load_case_of
from services.core.db.tx import WriteTx
from services.core.deadline import store as deadlines
from services.core.deadline.rules import reminders
from services.core.deadline.service import NewDeadline, meet_deadlines, plan_deadlines, take_back
from services.core.measure import store
from services.core.measure.events import MeasureDecided, MeasureEnded, MeasureStarted
from services.core.meeting import store as meetings
from services.core.meeting.events import MeetingHeld
from services.core.meeting.rules import deadlines_after
from services.core.message.kinds import MessageKind
from services.core.person import colleagues
from services.core.process import store as processes
from services.core.process.events import ProcessBegun, ProcessConcluded
from services.core.reactions.circle import tell, tell_family
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.meetings import Anchor

_WEEK: Final = Period(1, Unit.WEEKS)


async def plan_follow_ups(tx: WriteTx, event: MeasureStarted) -> None:
    """What the model counts from a measure's start: the first follow-up at the latest so long after (RI-22)."""
    row = await store.measure(tx, event.measure)
    if row.started_on is None:
        return
    case = await load_case_of(tx, event.dossier)
    relations = await colleagues.relations(tx, case.child.id)
    advisers = [one.person_id for one in relations if one.kind == "adviser"]
    problem = case.facts_of(row.problem_id)
    await plan_deadlines(
        tx,
        [
            NewDeadline(
                dossier=row.dossier_id,
                key=due.key,
                task=due.task,
                due_at=due.due_at,
                remind_at=due.remind_at,
                measure=row.id,
                meeting_type=meeting.key,
                role=due.by or None,
                person=advisers[0] if advisers else row.started_by,
                # Of the family nobody: the measure itself tells them when help is looked at again.
                private=True,
                tell_late=True,
            )
            for meeting in case.model.meetings
            for due in deadlines_after(
                case.model, meeting.key, Anchor.MEASURE_STARTED, row.started_on, case.facts, tx.now, problem
            )
        ],
    )


async def follow_up_sooner(tx: WriteTx, event: ProcessConcluded) -> None:
    """What ran beside a measure is done: its first follow-up is due sooner, where the model says so (Barnets lov § 95)."""
    ended = await processes.process(tx, event.process)
    running = [
        one
        for one in await store.measures_of(tx, event.dossier)
        if one.state == "running"
        and one.started_on is not None
        and one.started_on >= local_day(ended.begun_at)
        and (one.problem_id is None or ended.problem_id in (None, one.problem_id))
    ]
    if not running:
        return
    model = (await load_case_of(tx, event.dossier)).model
    sooner = {
        rule.key: add_period(local_day(tx.now), rule.sooner_within, calendar_of(model))
        for meeting in model.meetings
        for rule in meeting.deadlines
        if rule.sooner_after == ended.key and rule.sooner_within is not None
    }
    for one in running:
        for due in await tx.many(deadlines.OF_MEASURE, measure=one.id):
            by = sooner.get(due.key)
            if by is None or end_of_day(by) >= due.due_at:
                continue
            await take_back(tx, [due.id])
            again = NewDeadline(
                dossier=due.dossier_id,
                key=due.key,
                task=due.task,
                due_at=end_of_day(by),
                remind_at=reminders(model, by, (_WEEK,), tx.now),
                measure=one.id,
                meeting_type=due.meeting_type,
                role=due.role,
                person=due.person_id,
                private=True,
                tell_late=True,
            )
            await plan_deadlines(tx, [again])


async def settle_by_holding(tx: WriteTx, event: MeetingHeld) -> None:
    """A follow-up that counts from a measure's start took place; if it was late, that stays so."""
    meeting = await meetings.meeting(tx, event.meeting)
    waiting = [
        one
        for one in await store.measures_of(tx, event.dossier)
        if one.started_on is not None and one.problem_id in (None, meeting.problem_id)
    ]
    if not waiting:
        return
    case = await load_case_of(tx, event.dossier, under=meeting.model_version_id)
    for rule in case.model.meeting(meeting.type).deadlines:
        if rule.anchor is Anchor.MEASURE_STARTED:
            for one in waiting:
                await meet_deadlines(tx, measure=one.id, key=rule.key, done_at=meeting.starts_at)


async def tell_measure(tx: WriteTx, event: MeasureDecided | MeasureStarted | MeasureEnded) -> None:
    """The family learns that help was decided on, starts or ends, as far as it may see it; so does the adviser."""
    row = await store.measure(tx, event.measure)
    occurrence = f"measure:{event.measure}:{event.version}"
    await _tell_advisers(tx, event.dossier, occurrence, row.problem_id)
    if row.with_family or row.started_on is not None:
        await tell_family(tx, row.dossier_id, occurrence, about=row.problem_id)


async def tell_process(tx: WriteTx, event: ProcessBegun | ProcessConcluded) -> None:
    """The adviser learns that an assessment runs or is done, and the family where it may know of it."""
    row = await processes.process(tx, event.process)
    occurrence = f"process:{event.process}:{'done' if row.ended_at else 'begun'}"
    await _tell_advisers(tx, event.dossier, occurrence, row.problem_id)
    if event.family_told:
        await tell_family(tx, row.dossier_id, occurrence, about=row.problem_id)


async def _tell_advisers(tx: WriteTx, dossier: UUID, occurrence: str, about: UUID | None) -> None:
    case = await load_case_of(tx, dossier)
    relations = await colleagues.relations(tx, case.child.id)
    advisers = [one.person_id for one in relations if one.kind == "adviser"]
    if case.casework is not None:
        await tell(tx, MessageKind.CASE_NEWS, advisers, case.casework.dossier_id, occurrence, about=about)
