"""Running a meeting: held, form, perspectives, agreements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.service import load_case_of
from services.core.consent import rules as consent_rules
from services.core.db.tx import WriteTx, new_id
from services.core.deadline.service import meet_deadlines
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.answering import own_participation
from services.core.meeting.calling import TEXT_LIMIT, led_meeting
from services.core.meeting.events import MeetingHeld
from services.core.meeting.store import (
    AgreementDetails,
    AgreementRow,
    FormDetails,
    FormRow,
    MeetingRow,
    PerspectiveDetails,
    PerspectiveRow,
)
from services.core.tenancy.forms import Field, FieldKind
from services.core.tenancy.service import model_version

_RUNNING = ("planned", "agenda_sent", "held")


@dataclass(frozen=True, slots=True)
class RecordPerspective:
    """Whose view, how it was obtained and in whose words; or the attempts and why they failed (RI-27)."""

    meeting: UUID
    whose: str
    obtained: bool
    how: str = ""
    text: str = ""
    attempts: str = ""


@dataclass(frozen=True, slots=True)
class MakeAgreement:
    """What is to be done, by whom (a participant), by when; ``close_to_child`` (RI-33)."""

    meeting: UUID
    what: str
    responsible: UUID
    due_on: date | None = None
    close_to_child: bool = False


async def hold_meeting(
    tx: WriteTx, meeting_id: UUID, present: list[UUID], expected_version: int
) -> MeetingRow:
    """The meeting takes place, with those present. Where holding it takes a consent, it must stand (RI-20)."""
    row = await led_meeting(tx, meeting_id, expected_version)
    if row.status not in ("planned", "agenda_sent"):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if tx.now < row.starts_at:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_begun")
    case = await load_case_of(tx, row.dossier_id)
    for need in consent_rules.consents_required(case.model, row.type, case.facts, tx.now):
        if need.blocks and not await store.stands(tx, row.dossier_id, need.purpose):
            raise UserError(
                ErrorCode.RULE_BLOCKED,
                "meeting.consent_missing",
                rule_id=need.why.rule or None,
                legal_basis="; ".join(basis.words(tx.actor.language) for basis in need.why.legal_basis)
                or None,
            )
    if set(present) - {one.id for one in await store.participants(tx, row.id)}:
        raise invalid("meeting.unknown_participant", "input", "attended")
    await tx.run_versioned(store.SET_STATUS, id=row.id, status="held", expected_version=expected_version)
    await tx.run(store.RECORD_ATTENDANCE, meeting_id=row.id, present=present)
    await caseworks.touch(tx, row.dossier_id)
    await meet_deadlines(tx, meeting=row.id, task="hold_meeting")
    tx.emit(MeetingHeld(row.dossier_id, row.id, row.sequence))
    return await store.meeting(tx, row.id)


async def fill_form(
    tx: WriteTx, meeting_id: UUID, values: Mapping[str, str], *, complete: bool, expected_version: int
) -> FormRow:
    """Fill fields of the meeting's form; others keep what they have. Completing it checks what is required.

    A field that the system knows already (its ``source``) is not asked for and not taken (ALL-10).
    """
    meeting = await led_meeting(tx, meeting_id)
    row = await store.form(tx, meeting.id)
    if row is None:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.no_form")
    if meeting.status not in _RUNNING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if row.version != expected_version:
        raise conflict()
    form = (await model_version(tx, row.model_version_id)).model.form(row.form_key)
    fields = {field.key: field for field in form.fields}
    language = tx.actor.language
    kept = dict((await store.form_details(tx, row)).values)
    for key, value in values.items():
        if key not in fields:
            raise invalid("meeting.unknown_field", "input", "values", key, key=key)
        kept[key] = _checked(fields[key], value.strip(), language)
    if complete:
        for field in form.fields:
            if field.required and not field.source and not kept.get(field.key):
                raise invalid(
                    "meeting.field_missing",
                    "input",
                    "values",
                    field.key,
                    label=field.label.in_language(language),
                )
    await tx.run_versioned(
        store.FILL_FORM,
        id=row.id,
        complete=complete,
        expected_version=expected_version,
        sealed=await tx.seal(SealLabel.FORM, row.dossier_id, row.id, FormDetails(values=kept)),
    )
    filled = await store.form(tx, meeting.id)
    return filled or row


async def record_perspective(tx: WriteTx, command: RecordPerspective) -> PerspectiveRow:
    """Record a perspective. A family records its own; the convener or chair what was told, or the attempts."""
    meeting = await store.meeting(tx, command.meeting)
    if meeting.status not in _RUNNING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if tx.actor.is_family:
        # A parent acts as a parent and a child as the child, never one as the other.
        mine = await own_participation(tx, meeting)
        if command.whose != mine.kind or not command.obtained:
            raise UserError(ErrorCode.FORBIDDEN)
    else:
        await led_meeting(tx, command.meeting)
    if command.obtained and not command.text.strip():
        raise invalid("meeting.text_missing", "input", "text")
    if not command.obtained and not command.attempts.strip():
        raise invalid("meeting.attempts_missing", "input", "attempts")
    for name, text in (("text", command.text), ("how", command.how), ("attempts", command.attempts)):
        if len(text) > TEXT_LIMIT:
            raise invalid("meeting.text_too_long", "input", name, limit=TEXT_LIMIT)
    perspective = new_id()
    details = PerspectiveDetails(command.how.strip(), command.text.strip(), command.attempts.strip())
    await tx.run(
        store.INSERT_PERSPECTIVE,
        id=perspective,
        dossier_id=meeting.dossier_id,
        meeting_id=meeting.id,
        whose=command.whose,
        obtained=command.obtained,
        recorded_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.PERSPECTIVE, meeting.dossier_id, perspective, details),
    )
    return next(row for row in await store.perspectives(tx, meeting.id) if row.id == perspective)


async def make_agreement(tx: WriteTx, command: MakeAgreement) -> AgreementRow:
    """Record what was agreed, with who follows it up (ALL-08)."""
    meeting = await led_meeting(tx, command.meeting)
    if meeting.status != "held":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_held")
    if not command.what.strip():
        raise invalid("meeting.text_missing", "input", "what")
    if len(command.what) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "what", limit=TEXT_LIMIT)
    circle = await store.participants(tx, meeting.id)
    if command.responsible not in {row.id for row in circle if row.status == "invited"}:
        raise invalid("meeting.unknown_participant", "input", "responsibleParticipantId")
    agreement = new_id()
    await tx.run(
        store.INSERT_AGREEMENT,
        id=agreement,
        dossier_id=meeting.dossier_id,
        meeting_id=meeting.id,
        responsible_id=command.responsible,
        due_on=command.due_on,
        close_to_child=command.close_to_child,
        sealed=await tx.seal(
            SealLabel.AGREEMENT, meeting.dossier_id, agreement, AgreementDetails(command.what.strip())
        ),
    )
    return await store.agreement(tx, agreement)


async def close_agreement(
    tx: WriteTx, agreement_id: UUID, status: str, expected_version: int
) -> AgreementRow:
    """An agreement is ``done`` or ``dropped``: said by the meeting's leaders or by who follows it up."""
    row = await store.agreement(tx, agreement_id)
    if row.version != expected_version:
        raise conflict()
    if row.status != "open":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.agreement_closed")
    circle = await store.participants(tx, row.meeting_id)
    responsible = next((one for one in circle if one.id == row.responsible_id), None)
    if responsible is None or responsible.person_id != tx.actor.person or tx.actor.is_family:
        await led_meeting(tx, row.meeting_id)
    await tx.run_versioned(store.CLOSE_AGREEMENT, id=row.id, status=status, expected_version=expected_version)
    return await store.agreement(tx, row.id)


def _checked(field: Field, value: str, language: str) -> str:
    if not value:
        return ""
    if len(value) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "values", field.key, limit=TEXT_LIMIT)
    if not _fits(field, value):
        raise invalid(
            "meeting.bad_value", "input", "values", field.key, label=field.label.in_language(language)
        )
    return value


def _fits(field: Field, value: str) -> bool:
    match field.kind:
        case _ if field.source:
            fit = False  # the system knows it; nothing is asked for twice
        case FieldKind.CHOICE:
            fit = value in {option.key for option in field.options}
        case FieldKind.SCALE:
            fit = value.isdecimal() and field.scale_from <= int(value) <= field.scale_to
        case FieldKind.DATE:
            fit = _is_date(value)
        case FieldKind.BOOLEAN:
            fit = value in ("true", "false")
        case _:
            fit = True
    return fit


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
