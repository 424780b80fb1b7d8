"""Call a meeting about nobody named: the model brings circle, agenda and form, people decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.roles import roles_in
from services.core.casework.rules import may_vary
from services.core.casework.service import require_caseworker
from services.core.consultation import rules, store
from services.core.consultation.circle import Seat, fill_circle
from services.core.consultation.events import ConsultationCalled
from services.core.consultation.store import (
    ConsultationDetails,
    ConsultationRow,
    FormDetails,
    ItemDetails,
    ParticipantDetails,
)
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.dossier.service import open_dossier
from services.core.errors import invalid, not_found
from services.core.identity import DossierId, PersonId, UnitId
from services.core.keys.seal import SealLabel
from services.core.meeting.anonymity import Outcome
from services.core.meeting.calling import ACCESS_AFTER_MEETING
from services.core.meeting.invitees import Choice, require_duty
from services.core.meeting.nobody import Written, require_nobody_named
from services.core.meeting.plan import MeetingPlan
from services.core.meeting.supplied import Supplied
from services.core.retention.rules import RecordFacts
from services.core.retention.service import keep_until
from services.core.series.store import works_at
from services.core.tenancy.language import Subject
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import refusal, require
from services.core.tenancy.service import current_model
from services.core.tenancy.supports import Local
from services.core.unit.store import units

RECORD = "anonymous_meeting"
HELD = "meeting_held"
_SHORTEST, _LONGEST = 5, 480


@dataclass(frozen=True, slots=True)
class NewItem:
    """Something to speak of: its words, and whether it is about nobody, a group or a place."""

    text: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class CallConsultation:
    """What the caller decides. ``starts_at`` is aware; ``minutes`` None: the model's own length. ``keep``: why a name
    in the texts may stay. ``slot``: the fixed time that it stands at."""

    unit: UUID
    type: str
    starts_at: datetime
    place: str
    subject: str = ""
    minutes: int | None = None
    district: str = ""
    purpose: str = ""
    items: tuple[NewItem, ...] = ()
    agenda: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    facts: frozenset[str] = frozenset()
    reason: str = ""
    keep: str = ""
    slot: UUID | None = None


async def plan_for(
    tx: ReadTx,
    model: Model,
    unit: UUID,
    type_key: str,
    starts_at: datetime,
    *,
    district: str = "",
    facts: frozenset[str] = frozenset(),
    supplied: Supplied | None = None,
) -> MeetingPlan:
    """The model's plan; INVALID_INPUT for a type that is always about somebody."""
    if type_key not in {one.key for one in rules.callable_types(model)}:
        raise invalid("consultation.unknown_type", "input", "type")
    setting = await setting_of(tx, unit, district, facts)
    return rules.plan(model, type_key, setting, starts_at, tx.now, supplied or Supplied())


async def setting_of(tx: ReadTx, unit: UUID, district: str, facts: frozenset[str]) -> rules.Setting:
    """Where it is held, in the words of the model."""
    known = (await units(tx)).get(UnitId(unit))
    return rules.Setting(known.kind if known else "", district, facts)


async def call_consultation(tx: WriteTx, command: CallConsultation) -> ConsultationRow:
    """Call one: circle, agenda and form as the model brings them, owned by the unit.

    Raises NOT_FOUND for a unit where the actor neither works nor leads, INVALID_INPUT (also for a text that names
    somebody), RULE_BLOCKED with rule id and legal basis.
    """
    convener = require_caseworker(tx)
    if not await works_at(tx, command.unit):
        raise not_found()
    version = await current_model(tx)
    model = version.model
    meeting = next((one for one in rules.callable_types(model) if one.key == command.type), None)
    if meeting is None:
        raise invalid("consultation.unknown_type", "input", "type")
    command = _with_subject(meeting, command)
    _check_input(tx, model, meeting, command)
    if any(text.strip() for text in command.agenda):
        require(may_vary(model, Local.AGENDA, tx.now, meeting.key), "input", "agenda")
    ahead = command.slot is not None
    plan = await plan_for(
        tx,
        model,
        command.unit,
        command.type,
        command.starts_at,
        district=command.district,
        facts=command.facts,
        supplied=Supplied(
            reason=command.reason,
            subject=Subject(command.subject),
            minutes=None if ahead else _minutes(meeting, command),
            children=_spoken_of(command),
        ),
    )
    if plan.blocks:
        raise refusal(plan.blocks)
    if plan.needs and not ahead:
        raise refusal(plan.missing, plan.needs)
    if not ahead:
        require_duty(model, plan.convener, await roles_in(tx, model), tx.actor.language)
    seats = await fill_circle(tx, model, plan, command.choices, complete=not ahead)
    outcome = await require_nobody_named(tx, _texts(command), keep=command.keep, rule=meeting.rule)
    command = replace(command, minutes=_minutes(meeting, command))
    row = await _write(tx, version.id, plan, command, seats, convener, outcome)
    await keep_until(
        tx, model, version.id, row.dossier_id, RecordFacts(RECORD, {HELD: local_day(row.starts_at)})
    )
    tx.emit(ConsultationCalled(row.dossier_id, row.id, row.sequence, ahead))
    return row


async def add_item(
    tx: WriteTx,
    dossier: DossierId,
    consultation: UUID,
    details: ItemDetails,
    subject: str | None,
    outcome: Outcome,
) -> UUID:
    """Write a point at the end; without ``subject`` it is one of the model's."""
    item = new_id()
    await tx.run(
        store.INSERT_ITEM,
        id=item,
        dossier_id=dossier,
        consultation_id=consultation,
        origin="professional" if subject else "model",
        subject=subject,
        anonymity=outcome.value,
        sealed=await tx.seal(SealLabel.CONSULTATION_ITEM, dossier, item, details),
    )
    return item


async def _write(
    tx: WriteTx,
    version: UUID,
    plan: MeetingPlan,
    command: CallConsultation,
    seats: Sequence[Seat],
    convener: PersonId,
    outcome: Outcome,
) -> ConsultationRow:
    unit, consultation = UnitId(command.unit), new_id()
    about = "anonymous" if command.subject == Subject.NOBODY_NAMED else "group"
    dossier = await open_dossier(tx, "anonymous" if about == "anonymous" else "group", unit=unit)
    ends_at = command.starts_at + timedelta(
        minutes=command.minutes if command.minutes is not None else plan.minutes
    )
    kept = command.keep.strip() if outcome is Outcome.NAME_KEPT else ""
    details = ConsultationDetails(
        command.place.strip(),
        command.purpose.strip(),
        tuple(sorted(command.facts)),
        command.reason.strip(),
        kept=kept,
    )
    await tx.run(
        store.INSERT,
        id=consultation,
        dossier_id=dossier,
        unit_id=unit,
        district=command.district,
        slot_id=command.slot,
        type=command.type,
        subject=command.subject,
        model_version_id=version,
        starts_at=command.starts_at,
        ends_at=ends_at,
        convener_id=convener,
        chair_id=None if plan.chair is not None and plan.chair.external else convener,
        sealed=await tx.seal(SealLabel.CONSULTATION, dossier, consultation, details),
    )
    for one in seats:
        await write_seat(tx, dossier, consultation, one, ends_at)
    for point in plan.agenda:
        said = ItemDetails(point.text.in_language("da"), point.key)
        await add_item(tx, dossier, consultation, said, None, Outcome.CLEAN)
    for text in (text.strip() for text in command.agenda):
        if text:
            await add_item(tx, dossier, consultation, ItemDetails(text, kept=kept), None, outcome)
    for new in command.items:
        if new.text.strip():
            brought = ItemDetails(new.text.strip(), presented_by=convener, kept=kept)
            await add_item(tx, dossier, consultation, brought, new.subject or command.subject, outcome)
    if plan.form:
        form = new_id()
        await tx.run(
            store.INSERT_FORM,
            id=form,
            dossier_id=dossier,
            consultation_id=consultation,
            form_key=plan.form,
            model_version_id=version,
            sealed=await tx.seal(SealLabel.CONSULTATION_FORM, dossier, form, FormDetails()),
        )
    return await store.consultation(tx, consultation)


async def write_seat(
    tx: WriteTx, dossier: DossierId, consultation: UUID, one: Seat, ends_at: datetime
) -> None:
    """Write one of the circle; access ends some time after the meeting."""
    participant = new_id()
    details = ParticipantDetails(one.name, one.left_out_reason)
    await tx.run(
        store.INSERT_PARTICIPANT,
        id=participant,
        dossier_id=dossier,
        consultation_id=consultation,
        person_id=one.person,
        role=one.role,
        strength=one.strength,
        external=one.external,
        status="left_out" if one.left_out_reason else "invited",
        access_until=ends_at + ACCESS_AFTER_MEETING,
        sealed=await tx.seal(SealLabel.CONSULTATION_PARTICIPANT, dossier, participant, details),
    )


def _with_subject(meeting: MeetingType, command: CallConsultation) -> CallConsultation:
    allowed = [one.value for one in rules.subjects_of(meeting)]
    chosen = command.subject or allowed[0]
    items = [one.subject for one in command.items if one.subject]
    for one in (chosen, *items):
        if one not in allowed:
            raise invalid("consultation.unknown_subject", "input", "subject")
    return replace(command, subject=chosen)


def _check_input(tx: ReadTx, model: Model, meeting: MeetingType, command: CallConsultation) -> None:
    if command.starts_at <= tx.now:
        raise invalid("meeting.in_the_past", "input", "startsAt")
    if not _SHORTEST <= _minutes(meeting, command) <= _LONGEST:
        raise invalid("meeting.too_long", "input", "durationMinutes")
    if not command.place.strip():
        raise invalid("meeting.place_missing", "input", "place")
    if command.district and command.district not in {one.key for one in model.districts}:
        raise invalid("series.unknown_district", "input", "district")
    require_facts(model, meeting, command.facts)


def _spoken_of(command: CallConsultation) -> int:
    """How many are spoken of: each point that somebody brings is one (a length can be of each)."""
    return max(1, sum(1 for one in command.items if one.text.strip()))


def _minutes(meeting: MeetingType, command: CallConsultation) -> int:
    """How long it lasts: as the caller says, else the model's length, for each who is spoken of where it is of each."""
    if command.minutes is not None:
        return command.minutes
    each = meeting.length is not None and meeting.length.per_child
    return meeting.minutes * (_spoken_of(command) if each else 1)


def require_facts(model: Model, meeting: MeetingType, facts: frozenset[str]) -> None:
    """INVALID_INPUT for a fact that nothing of this type turns on: none is kept that is of no use."""
    if facts - {one.key for one in rules.facts_asked(model, meeting)}:
        raise invalid("consultation.unknown_fact", "input", "facts")


def _texts(command: CallConsultation) -> list[Written]:
    # The place of a fixed time was checked when it was fixed.
    found: list[Written] = [
        (("input", "place"), "" if command.slot else command.place),
        (("input", "purpose"), command.purpose),
        (("input", "reason"), command.reason),
    ]
    found += [(("input", "items", str(i), "text"), one.text) for i, one in enumerate(command.items)]
    found += [(("input", "agenda", str(i)), text) for i, text in enumerate(command.agenda)]
    for i, one in enumerate(command.choices):
        found += [
            (("input", "circle", str(i), "name"), one.name),
            (("input", "circle", str(i), "leaveOutReason"), one.leave_out_reason),
        ]
    return found
