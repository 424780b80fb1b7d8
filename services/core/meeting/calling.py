"""Call, move and cancel a meeting: the model gives circle, agenda, form and deadlines; people decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import (
    Case,
    ensure_casework,
    load_case,
    load_case_of,
    require_caseworker,
    require_part,
)
from services.core.casework.store import CaseworkRow
from services.core.consent.service import ask_givers
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.rules import PlannedDeadline
from services.core.deadline.service import NewDeadline, cancel_deadlines, plan_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid, not_found
from services.core.identity import Capacity, PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting import rules, store
from services.core.meeting.events import MeetingCalled, MeetingCancelled, MeetingMoved
from services.core.meeting.invitees import Choice, Invitee, fill_roles, require_duty
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.store import (
    AgendaDetails,
    FormDetails,
    MeetingDetails,
    MeetingRow,
    ParticipantDetails,
)
from services.core.problem import store as problems
from services.core.problem.service import apply_move
from services.core.tenancy.facts import CircleMember, PreviousMeeting, ProblemFacts
from services.core.tenancy.refusal import refusal

ACCESS_AFTER_MEETING = timedelta(days=183)
"""How long a professional who is only a participant can read on after the meeting: half a year, then the grant ends."""
TEXT_LIMIT = 20_000
"""Characters in one text."""
_SHORTEST, _LONGEST = 5, 480


@dataclass(frozen=True, slots=True)
class CallMeeting:
    """What the convener decides. ``starts_at`` is aware; ``minutes`` None: the model's own length."""

    child: UUID
    type: str
    starts_at: datetime
    place: str
    problem: UUID | None = None
    minutes: int | None = None
    purpose: str = ""
    choices: tuple[Choice, ...] = ()
    agenda: tuple[str, ...] = ()
    previous: UUID | None = None
    reason: str = ""


async def plan_for(
    tx: ReadTx,
    case: Case,
    type_key: str,
    starts_at: datetime,
    *,
    problem: UUID | None = None,
    previous: UUID | None = None,
    choices: Sequence[Choice] = (),
    reason: str = "",
) -> MeetingPlan:
    """The model's plan for a meeting; INVALID_INPUT for an unknown type."""
    if type_key not in {known.key for known in case.model.meetings}:
        raise invalid("meeting.unknown_type", "input", "type")
    supplied = rules.Supplied(
        reason=reason,
        roles=frozenset(one.role for one in choices if not one.leave_out_reason) if choices else None,
    )
    return rules.plan_meeting(
        case.model,
        case.facts,
        type_key,
        starts_at,
        tx.now,
        problem=case.facts_asked(problem),
        previous=await _previous(tx, case, previous),
        supplied=supplied,
    )


async def call_meeting(tx: WriteTx, command: CallMeeting) -> MeetingRow:
    """Call a meeting. Everything the model brings is written in one transaction; the circle is invited.

    Raises INVALID_INPUT, RULE_BLOCKED (with rule id and legal basis), NOT_FOUND.
    """
    convener = require_caseworker(tx)
    case = await load_case(tx, command.child)
    _check_problem(case, command.problem)
    plan = await plan_for(
        tx,
        case,
        command.type,
        command.starts_at,
        problem=command.problem,
        previous=command.previous,
        choices=command.choices,
        reason=command.reason,
    )
    minutes = command.minutes if command.minutes is not None else plan.minutes
    _check_input(tx, command, minutes)
    if plan.blocks:
        raise refusal(plan.blocks)
    if plan.needs:
        raise refusal(plan.missing, plan.needs)
    if plan.convener is None:
        await require_part(tx, case)
    require_duty(case.model, plan.convener, await roles_of_actor(tx, case), tx.actor.language)
    invitees = await fill_roles(tx, case, plan, command.choices)
    casework = await ensure_casework(tx, case)
    case = Case(case.child, casework, case.model, case.model_version, case.facts)
    meeting = await _write(tx, case, plan, command, invitees, minutes, convener)
    await _enter_level(tx, plan, command, meeting)
    await _ask_consents(tx, case, plan, meeting)
    await caseworks.touch(tx, casework.dossier_id)
    tx.emit(MeetingCalled(meeting.dossier_id, meeting.id, meeting.sequence))
    return meeting


async def move_meeting(
    tx: WriteTx, meeting_id: UUID, starts_at: datetime, expected_version: int
) -> MeetingRow:
    """Another time: deadlines and messages of the old one are taken back, answers are asked for again."""
    row = await led_meeting(tx, meeting_id, expected_version)
    if row.status not in ("planned", "agenda_sent"):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if starts_at <= tx.now:
        raise invalid("meeting.in_the_past", "input", "startsAt")
    case = await load_case_of(tx, row.dossier_id)
    plan = await plan_for(tx, case, row.type, starts_at, problem=row.problem_id, previous=row.previous_id)
    if plan.blocks:
        raise refusal(plan.blocks)
    await tx.run_versioned(
        store.MOVE_MEETING,
        id=row.id,
        starts_at=starts_at,
        ends_at=starts_at + (row.ends_at - row.starts_at),
        expected_version=expected_version,
    )
    await tx.run(store.ASK_AGAIN, meeting_id=row.id)
    await cancel_deadlines(tx, meeting=row.id)
    await plan_deadlines(tx, _deadlines(row.dossier_id, row.id, plan.deadlines))
    tx.emit(MeetingMoved(row.dossier_id, row.id, row.sequence + 1))
    return await store.meeting(tx, row.id)


async def cancel_meeting(tx: WriteTx, meeting_id: UUID, reason: str, expected_version: int) -> MeetingRow:
    """Cancel with a reason; what was planned for it is undone, and the circle is told."""
    row = await led_meeting(tx, meeting_id, expected_version)
    if row.status not in ("planned", "agenda_sent"):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if not reason.strip():
        raise invalid("meeting.reason_missing", "input", "reason")
    details = await store.meeting_details(tx, row)
    changed = MeetingDetails(details.place, details.purpose, details.reason, cancel_reason=reason.strip())
    await tx.run_versioned(
        store.CANCEL_MEETING,
        id=row.id,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.MEETING, row.dossier_id, row.id, changed),
    )
    await cancel_deadlines(tx, meeting=row.id)
    tx.emit(MeetingCancelled(row.dossier_id, row.id, row.sequence + 1))
    return await store.meeting(tx, row.id)


async def led_meeting(tx: WriteTx, meeting_id: UUID, expected_version: int | None = None) -> MeetingRow:
    """A meeting that the actor may lead: its convener or chair, or the leader of the unit that answers for the child.

    FORBIDDEN for the rest of the circle, CONFLICT for an old version, NOT_FOUND for a foreign one.
    """
    row = await store.meeting(tx, meeting_id)
    actor = require_caseworker(tx)
    # The unit's wall has shown the row to a leader only because the child is of the own unit.
    if actor not in (row.convener_id, row.chair_id) and tx.actor.capacity is not Capacity.LEADER:
        raise UserError(ErrorCode.FORBIDDEN, "meeting.not_yours")
    if expected_version is not None and row.version != expected_version:
        raise conflict()
    return row


async def _write(
    tx: WriteTx,
    case: Case,
    plan: MeetingPlan,
    command: CallMeeting,
    invitees: tuple[Invitee, ...],
    minutes: int,
    convener: PersonId,
) -> MeetingRow:
    casework = _open(case)
    meeting, dossier = new_id(), casework.dossier_id
    problem = case.facts_of(command.problem)
    ends_at = command.starts_at + timedelta(minutes=minutes)
    details = MeetingDetails(command.place.strip(), command.purpose.strip(), command.reason.strip())
    await tx.run(
        store.INSERT_MEETING,
        id=meeting,
        dossier_id=dossier,
        problem_id=command.problem,
        type=command.type,
        level=_level(case, plan, problem),
        model_version_id=case.model_version,
        starts_at=command.starts_at,
        ends_at=ends_at,
        convener_id=convener,
        chair_id=None if plan.chair is not None and plan.chair.external else convener,
        previous_id=command.previous,
        sealed=await tx.seal(SealLabel.MEETING, dossier, meeting, details),
    )
    for one in invitees:
        await _write_invitee(tx, casework, meeting, one, ends_at)
    for item in plan.agenda:
        said = AgendaDetails(item.text.in_language("da"), item.key)
        await add_item(tx, casework, meeting, said, "model", None)
    for text in command.agenda:
        if text.strip():
            await add_item(tx, casework, meeting, AgendaDetails(text.strip()), "professional", convener)
    if plan.form:
        form = new_id()
        await tx.run(
            store.INSERT_FORM,
            id=form,
            dossier_id=dossier,
            meeting_id=meeting,
            form_key=plan.form,
            model_version_id=case.model_version,
            sealed=await tx.seal(SealLabel.FORM, dossier, form, FormDetails()),
        )
    await plan_deadlines(tx, _deadlines(dossier, meeting, plan.deadlines))
    return await store.meeting(tx, meeting)


def _level(case: Case, plan: MeetingPlan, problem: ProblemFacts | None) -> int | None:
    """The level the meeting is held on: the one it enters, else the problem's; none where the model has none."""
    if plan.enters_level is not None:
        return plan.enters_level
    return problem.level if problem is not None and case.model.levels else None


async def _write_invitee(
    tx: WriteTx, casework: CaseworkRow, meeting: UUID, one: Invitee, ends_at: datetime
) -> None:
    participant, dossier = new_id(), casework.dossier_id
    details = ParticipantDetails(name=one.name, left_out_reason=one.left_out_reason, protected=one.protected)
    await tx.run(
        store.INSERT_PARTICIPANT,
        id=participant,
        dossier_id=dossier,
        meeting_id=meeting,
        person_id=None if one.left_out else one.person,
        kind=one.kind,
        role=one.role,
        strength=one.strength,
        external=one.external,
        consent_purpose=one.consent_purpose,
        status="left_out" if one.left_out else "invited",
        access_until=ends_at + ACCESS_AFTER_MEETING if one.kind == "professional" else None,
        sealed=await tx.seal(SealLabel.PARTICIPANT, dossier, participant, details),
    )


async def add_item(
    tx: WriteTx,
    casework: CaseworkRow,
    meeting: UUID,
    said: AgendaDetails,
    origin: str,
    added_by: PersonId | None,
) -> UUID:
    """Write a point at the end of a meeting's agenda."""
    item = new_id()
    await tx.run(
        store.INSERT_AGENDA_ITEM,
        id=item,
        dossier_id=casework.dossier_id,
        meeting_id=meeting,
        origin=origin,
        added_by=added_by,
        sealed=await tx.seal(SealLabel.AGENDA_ITEM, casework.dossier_id, item, said),
    )
    return item


async def _enter_level(tx: WriteTx, plan: MeetingPlan, command: CallMeeting, meeting: MeetingRow) -> None:
    if plan.enters_level is None or command.problem is None:
        return
    row = await problems.problem(tx, command.problem)
    if row.level != plan.enters_level:
        await apply_move(tx, row, plan.enters_level, meeting.id, command.reason, row.version)


async def _ask_consents(tx: WriteTx, case: Case, plan: MeetingPlan, meeting: MeetingRow) -> None:
    for need in plan.consents:
        await ask_givers(tx, case, need.purpose, need.givers, need.text_version, meeting.id)


def _deadlines(dossier: UUID, meeting: UUID, planned: Sequence[PlannedDeadline]) -> list[NewDeadline]:
    return [
        NewDeadline(
            dossier=dossier,
            key=one.key,
            task=one.task,
            due_at=one.due_at,
            remind_at=one.remind_at,
            meeting=meeting,
            role=one.by or None,
        )
        for one in planned
        if not one.already_late
    ]


async def _previous(tx: ReadTx, case: Case, previous: UUID | None) -> PreviousMeeting | None:
    if previous is None:
        return None
    row = await store.meeting(tx, previous)
    if case.casework is None or row.dossier_id != case.casework.dossier_id:
        raise not_found()  # another child's, a sibling's too: its circle is not this one's
    circle = await store.participants(tx, previous)
    return PreviousMeeting(
        type_key=row.type,
        held_on=local_day(row.starts_at) if row.status in ("held", "concluded") else None,
        circle=tuple(
            CircleMember(one.role, str(one.person_id or one.id)) for one in circle if one.status == "invited"
        ),
    )


def _check_problem(case: Case, problem: UUID | None) -> None:
    if problem is not None and str(problem) not in {known.id for known in case.facts.problems}:
        raise invalid("error.not_found", "input", "problemId")


def _check_input(tx: ReadTx, command: CallMeeting, minutes: int) -> None:
    if command.starts_at <= tx.now:
        raise invalid("meeting.in_the_past", "input", "startsAt")
    if not _SHORTEST <= minutes <= _LONGEST:
        raise invalid("meeting.too_long", "input", "durationMinutes")
    if not command.place.strip():
        raise invalid("meeting.place_missing", "input", "place")
    for name, text in (("place", command.place), ("purpose", command.purpose), ("reason", command.reason)):
        if len(text) > TEXT_LIMIT:
            raise invalid("meeting.text_too_long", "input", name, limit=TEXT_LIMIT)


def _open(case: Case) -> CaseworkRow:
    if case.casework is None:
        raise LookupError("the casework is open here: call_meeting ensured it")
    return case.casework
