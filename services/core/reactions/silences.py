"""What follows when somebody is asked for an answer: by when it is asked for again, and when the silence is taken up.

That the answer came settles it in the statement that says so (``deadline/policies.sql``).
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.filling import answering, governing
from services.core.consent.events import ConsentGiven
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline import store as deadlines
from services.core.deadline.service import NewDeadline, plan_deadlines
from services.core.deadline.silence import Awaited, awaited
from services.core.handover import store as handovers
from services.core.handover.events import KnowledgeHandedOver
from services.core.identity import DossierId
from services.core.meeting import store
from services.core.meeting.events import (
    AgreementMade,
    CircleSuggested,
    MeetingCalled,
    MeetingMoved,
    ParticipantInvited,
)
from services.core.meeting.store import MeetingRow, ParticipantRow
from services.core.problem import store as problems
from services.core.problem.events import CoordinatorOffered
from services.core.reactions.circle import awaits_consent
from services.core.scheduling import store as scheduling
from services.core.scheduling.events import TimesProposed
from services.core.tenancy.service import model_version


async def await_invited(tx: WriteTx, event: MeetingCalled | MeetingMoved) -> None:
    """Everyone who is invited and can be told is to answer; of an answer to the old time nothing is left."""
    meeting = await store.meeting(tx, event.meeting)
    await _await_circle(tx, meeting, await store.participants(tx, meeting.id))


async def await_times(tx: WriteTx, event: TimesProposed) -> None:
    """And who is asked when it suits says so by the day that the convener named."""
    meeting = await store.meeting(tx, event.meeting)
    await _await_circle(tx, meeting, await store.participants(tx, meeting.id))


async def await_one(tx: WriteTx, event: ParticipantInvited) -> None:
    """So is who is invited later."""
    meeting = await store.meeting(tx, event.meeting)
    circle = await store.participants(tx, meeting.id)
    await _await_circle(tx, meeting, [row for row in circle if row.id == event.participant])


async def await_who_waited(tx: WriteTx, event: ConsentGiven) -> None:
    """And who is invited once a consent stands."""
    for meeting in await store.meetings_of(tx, event.dossier):
        if meeting.status in ("planned", "agenda_sent"):
            waited = [
                row
                for row in await store.participants(tx, meeting.id)
                if row.consent_purpose == event.purpose
            ]
            await _await_circle(tx, meeting, waited)


async def await_coordinator(tx: WriteTx, event: CoordinatorOffered) -> None:
    """Who is offered the thread says yes or no; until then the one who asked waits."""
    problem = await problems.problem(tx, event.problem)
    offered = [
        row for row in await problems.coordinators_of(tx, problem) if row.pending_id == event.offered_to
    ]
    when = await _when(tx, event.dossier, "coordinator", local_day(tx.now))
    if when is None:
        return
    await plan_deadlines(
        tx,
        [
            _new(
                event.dossier,
                when,
                row.id,
                person=event.offered_to,
                problem=event.problem,
                follower=row.offered_by,
            )
            for row in offered
        ],
    )


async def await_acceptance(tx: WriteTx, event: KnowledgeHandedOver) -> None:
    """Knowledge that was handed over is taken on; until then whoever handed it over waits."""
    row = await handovers.handover(tx, event.handover)
    when = await _when(tx, event.dossier, "handover", local_day(tx.now))
    if when is not None:
        new = _new(event.dossier, when, row.id, person=event.to_person, follower=row.handed_by)
        await plan_deadlines(tx, [new])


async def await_settling(tx: WriteTx, event: CircleSuggested) -> None:
    """The convener answers the family's wish about who comes (SL-06)."""
    meeting = await store.meeting(tx, event.meeting)
    model = (await model_version(tx, meeting.model_version_id)).model
    when = awaited(model, "suggestion", local_day(tx.now), tx.now)
    if when is not None and when.due_at < meeting.starts_at:
        await tx.run(
            deadlines.AWAIT_SUGGESTION,
            id=new_id(),
            suggestion=event.suggestion,
            due_at=when.due_at,
            remind_at=list(when.remind_at),
        )


async def await_deed(tx: WriteTx, event: AgreementMade) -> None:
    """What was agreed for a day is done, and somebody says so; else who called the meeting takes it up (RI-12)."""
    made = await store.agreement(tx, event.agreement)
    if made.due_on is None:
        return
    when = await _when(tx, event.dossier, "agreement", made.due_on)
    circle = await store.participants(tx, event.meeting)
    person = next((row.person_id for row in circle if row.id == made.responsible_id), None)
    if when is not None:
        new = _new(event.dossier, when, made.id, person=person, meeting=event.meeting)
        await plan_deadlines(tx, [new])


async def _await_circle(tx: WriteTx, meeting: MeetingRow, rows: Iterable[ParticipantRow]) -> None:
    if await scheduling.is_finding(tx, meeting.id):
        for row in rows:
            if await _is_asked(tx, meeting, row, anew=True):
                await tx.run(scheduling.AWAIT_TIMES, id=new_id(), participant=row.id)
        return
    model = (await model_version(tx, meeting.model_version_id)).model
    when = awaited(model, "invitation", local_day(meeting.starts_at), tx.now)
    if when is None:
        return
    for row in rows:
        if await _is_asked(tx, meeting, row):
            await tx.run(
                deadlines.AWAIT_INVITATION,
                id=new_id(),
                participant=row.id,
                due_at=when.due_at,
                remind_at=list(when.remind_at),
            )


async def _is_asked(tx: WriteTx, meeting: MeetingRow, row: ParticipantRow, *, anew: bool = False) -> bool:
    """Whether an answer is expected: not of a child, who may come without a word, nor of the convener.

    ``anew``: whatever they have answered about the time that the meeting has.
    """
    return (
        row.status == "invited"
        and (anew or row.answer == "none")
        and row.person_id not in (None, meeting.convener_id)
        and row.kind in ("parent", "professional")
        and not await awaits_consent(tx, row)
    )


async def _when(tx: ReadTx, dossier: UUID, of: str, anchor: date) -> Awaited | None:
    model = await governing(tx, await answering(tx, dossier))
    return awaited(model, of, anchor, tx.now)


def _new(
    dossier: DossierId | UUID,
    when: Awaited,
    awaits: UUID,
    *,
    person: UUID | None,
    meeting: UUID | None = None,
    problem: UUID | None = None,
    follower: UUID | None = None,
) -> NewDeadline:
    return NewDeadline(
        dossier=dossier,
        key=when.key,
        task=when.key,
        due_at=when.due_at,
        remind_at=when.remind_at,
        meeting=meeting,
        problem=problem,
        person=person,
        private=True,
        awaits=awaits,
        follower=follower,
    )
