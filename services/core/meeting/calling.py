"""Call a meeting: the model gives circle, agenda, form and deadlines; people decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from services.core.calendar.instants import local_day
from services.core.casework import store as caseworks
from services.core.casework.roles import roles_of_actor
from services.core.casework.service import (
    Case,
    ensure_casework,
    load_case,
    require_caseworker,
    require_part,
    require_sight,
)
from services.core.casework.store import CaseworkRow
from services.core.consent.service import ask_givers
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.deadline.rules import PlannedDeadline
from services.core.deadline.service import NewDeadline, meet_deadlines, plan_deadlines
from services.core.errors import invalid, not_found
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting import rules, store, together
from services.core.meeting.events import MeetingCalled
from services.core.meeting.holding import record_for
from services.core.meeting.invitees import Choice, Invitee, fill_roles, require_duty, require_invited
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.store import (
    NO_PARTICULARS,
    AgendaDetails,
    FormDetails,
    MeetingDetails,
    MeetingRow,
    ParticipantDetails,
    Particulars,
)
from services.core.meeting.supplied import Supplied, field_of
from services.core.meeting.supplying import NOTHING_SAID, Said, asked, decided
from services.core.problem import store as problems
from services.core.problem.service import apply_move
from services.core.tenancy.facts import CircleMember, PreviousMeeting, ProblemFacts
from services.core.tenancy.meetings import Anchor, MeetingType
from services.core.tenancy.refusal import refusal

ACCESS_AFTER_MEETING = timedelta(days=183)
"""How long a professional who is only a participant can read on after the meeting: half a year, then the grant ends."""
AGREE_CHAIR = "agree_chair"
"""The task of a deadline by which the chair is agreed."""
TEXT_LIMIT = 20_000
"""Characters in one text."""
_SHORTEST, _LONGEST = 5, 480


@dataclass(frozen=True, slots=True)
class CallMeeting:
    """What the convener decides. ``starts_at`` is aware; ``minutes`` None: the model's own length.

    ``together``: another child's meeting that this one is held as one with; when and where are that one's.
    """

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
    particulars: Particulars = NO_PARTICULARS
    chair: UUID | None = None
    together: UUID | None = None

    @property
    def said(self) -> Said:
        """What the rules judge of it."""
        chair = PersonId(self.chair) if self.chair is not None else None
        return Said(self.choices, self.particulars, self.reason, self.minutes, chair)


async def plan_for(
    tx: ReadTx,
    case: Case,
    type_key: str,
    starts_at: datetime,
    *,
    problem: UUID | None = None,
    previous: UUID | None = None,
    said: Said = NOTHING_SAID,
) -> MeetingPlan:
    """The model's plan for a meeting that is thought of; INVALID_INPUT for an unknown type."""
    supplied = await asked(tx, case, type_of(case, type_key), said)
    return await plan_with(tx, case, type_key, starts_at, supplied, problem=problem, previous=previous)


async def plan_with(
    tx: ReadTx,
    case: Case,
    type_key: str,
    starts_at: datetime,
    supplied: Supplied,
    *,
    problem: UUID | None = None,
    previous: UUID | None = None,
) -> MeetingPlan:
    """The model's plan with what has been supplied for it."""
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


def type_of(case: Case, type_key: str) -> MeetingType:
    """The type in the case's model; INVALID_INPUT for an unknown one."""
    for known in case.model.meetings:
        if known.key == type_key:
            return known
    raise invalid("meeting.unknown_type", "input", "type")


async def call_meeting(tx: WriteTx, command: CallMeeting) -> MeetingRow:
    """Call a meeting. Everything the model brings is written in one transaction; the circle is invited.

    Raises INVALID_INPUT, RULE_BLOCKED (with rule id and legal basis), NOT_FOUND.
    """
    convener = require_caseworker(tx)
    case = await load_case(tx, command.child)
    await require_sight(tx, case)
    _check_problem(case, command.problem)
    command, gathering = await _joined(tx, case, command)
    supplied = await decided(tx, case, type_of(case, command.type), command.said)
    plan = await plan_with(
        tx,
        case,
        command.type,
        command.starts_at,
        supplied,
        problem=command.problem,
        previous=command.previous,
    )
    minutes = command.minutes if command.minutes is not None else plan.minutes
    _check_input(tx, command, minutes)
    if plan.blocks:
        raise refusal(plan.blocks)
    if plan.convener is None:
        await require_part(tx, case)
    require_duty(case.model, plan.convener, await roles_of_actor(tx, case), tx.actor.language)
    if plan.needs:
        raise refusal(plan.missing, plan.needs, *field_of(plan.needs))
    invitees = await fill_roles(tx, case, plan, command.choices)
    require_invited(command.chair, convener, invitees)
    casework = await ensure_casework(tx, case)
    case = Case(case.child, casework, case.model, case.model_version, case.facts)
    meeting = await _write(tx, case, plan, command, supplied, invitees, minutes, convener, gathering)
    await _enter_level(tx, plan, command, meeting)
    await _ask_consents(tx, case, plan, meeting)
    await caseworks.touch(tx, casework.dossier_id)
    tx.emit(MeetingCalled(meeting.dossier_id, meeting.id, meeting.sequence))
    return meeting


async def _joined(tx: WriteTx, case: Case, command: CallMeeting) -> tuple[CallMeeting, UUID | None]:
    """The command at the time and place of the meeting it is held together with, and what they have in common."""
    if command.together is None:
        return command, None
    first = await together.join(tx, command.together, case, type_of(case, command.type))
    place = (await store.meeting_details(tx, first)).place
    minutes = int((first.ends_at - first.starts_at).total_seconds() // 60)
    joined = replace(command, starts_at=first.starts_at, place=place, minutes=minutes)
    return joined, first.gathering_id


async def _write(
    tx: WriteTx,
    case: Case,
    plan: MeetingPlan,
    command: CallMeeting,
    supplied: Supplied,
    invitees: tuple[Invitee, ...],
    minutes: int,
    convener: PersonId,
    gathering: UUID | None,
) -> MeetingRow:
    casework = _open(case)
    meeting, dossier = new_id(), casework.dossier_id
    problem = case.facts_of(command.problem)
    ends_at = command.starts_at + timedelta(minutes=minutes)
    details = MeetingDetails(
        command.place.strip(),
        command.purpose.strip(),
        command.reason.strip(),
        particulars=_kept(plan, command, supplied),
    )
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
        chair_id=command.chair or (None if plan.chair is not None and plan.chair.external else convener),
        previous_id=command.previous,
        record_for=record_for(case.model.meeting(command.type)),
        gathering_id=gathering,
        sealed=await tx.seal(SealLabel.MEETING, dossier, meeting, details),
    )
    for one in invitees:
        await write_invitee(tx, casework, meeting, one, ends_at)
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
    await plan_deadlines(tx, deadlines_of(dossier, meeting, plan.deadlines))
    if command.chair is not None:
        await meet_deadlines(tx, meeting=meeting, task=AGREE_CHAIR)
    return await store.meeting(tx, meeting)


def _kept(plan: MeetingPlan, command: CallMeeting, supplied: Supplied) -> Particulars:
    """The particulars with what was added to them: the convener's own roles, and the day on which the chair was agreed."""
    duty = frozenset(plan.convener.roles) if plan.convener is not None else frozenset[str]()
    return msgspec.structs.replace(
        command.particulars,
        answered_by=tuple(sorted(duty & (supplied.answered_by or frozenset()))),
        chair_agreed_on=supplied.chair.agreed_on if supplied.chair is not None else None,
    )


def _level(case: Case, plan: MeetingPlan, problem: ProblemFacts | None) -> int | None:
    """The level the meeting is held on: the one it enters, else the problem's; none where the model has none."""
    if plan.enters_level is not None:
        return plan.enters_level
    return problem.level if problem is not None and case.model.levels else None


async def write_invitee(
    tx: WriteTx, casework: CaseworkRow, meeting: UUID, one: Invitee, ends_at: datetime
) -> None:
    """Write one of the circle; a professional's access ends some time after the meeting."""
    participant, dossier = new_id(), casework.dossier_id
    details = ParticipantDetails(name=one.name, left_out_reason=one.left_out_reason)
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


def deadlines_of(dossier: UUID, meeting: UUID, planned: Sequence[PlannedDeadline]) -> list[NewDeadline]:
    """What the plan wants done, as rows; what is too late already was judged when it was called."""
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
        # What an event calls for is the case's own and waits there already, meeting or no meeting; so does what counts
        # from the start of a measure.
        if not one.already_late and one.anchor not in (Anchor.EVENT, Anchor.MEASURE_STARTED)
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
