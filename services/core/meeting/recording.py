"""Running a meeting: form and agreements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import form_history, store
from services.core.meeting.calling import TEXT_LIMIT
from services.core.meeting.events import AgreementMade
from services.core.meeting.leading import RUNNING, led_meeting
from services.core.meeting.store import (
    AgreementDetails,
    AgreementRow,
    FormRow,
)
from services.core.tenancy.form_values import filled
from services.core.tenancy.service import model_version


@dataclass(frozen=True, slots=True)
class MakeAgreement:
    """What is to be done, by whom (a participant), by when; ``close_to_child`` (RI-33)."""

    meeting: UUID
    what: str
    responsible: UUID
    due_on: date | None = None
    close_to_child: bool = False


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
    if meeting.status not in RUNNING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if row.version != expected_version:
        raise conflict()
    form = (await model_version(tx, row.model_version_id)).model.form(row.form_key)
    values_now = filled(
        form,
        (await store.form_details(tx, row)).values,
        values,
        language=tx.actor.language,
        complete=complete,
    )
    await form_history.fill(tx, row, values_now, expected_version, complete=complete)
    return await store.form(tx, meeting.id) or row


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
    tx.emit(AgreementMade(meeting.dossier_id, meeting.id, meeting.sequence, agreement))
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
