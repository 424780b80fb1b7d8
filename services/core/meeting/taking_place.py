"""The agenda is sent as final, and the meeting takes place: each once what the model waits for is there."""

from dataclasses import dataclass
from uuid import UUID

import msgspec

from services.core.casework import store as caseworks
from services.core.casework.service import Case, load_case_of
from services.core.consent import rules as consent_rules
from services.core.db.tx import WriteTx
from services.core.deadline.service import meet_deadlines
from services.core.errors import ErrorCode, UserError, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import holding, store
from services.core.meeting.co_authoring import not_heard
from services.core.meeting.events import AgendaSent, MeetingHeld
from services.core.meeting.leading import coming_meeting
from services.core.meeting.store import MeetingDetails, MeetingRow
from services.core.meeting.supplying import documents_there
from services.core.tenancy.refusal import require


@dataclass(frozen=True, slots=True)
class HoldMeeting:
    """Who is there (participants); which documents and preparations are too, beside what was noted; or why not."""

    meeting: UUID
    present: tuple[UUID, ...]
    expected_version: int
    documents: tuple[str, ...] = ()
    prepared: tuple[str, ...] = ()
    reason: str = ""


async def send_agenda(tx: WriteTx, meeting_id: UUID, expected_version: int, reason: str = "") -> MeetingRow:
    """Send the agenda to the circle; its deadline is met by that (RA-11).

    Raises RULE_BLOCKED while the family has not been heard, where the model wants that, and no reason is given (SL-06).
    """
    row = await coming_meeting(tx, meeting_id, expected_version)
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    silent = await not_heard(tx, case, row)
    require(holding.may_send_agenda(case.model, row.type, [one.role for one in silent], tx.now, reason))
    if silent:
        await _add_reason(tx, row, reason)
    await tx.run_versioned(
        store.SET_STATUS, id=row.id, status="agenda_sent", expected_version=expected_version
    )
    await meet_deadlines(tx, meeting=row.id, task="send_agenda")
    tx.emit(AgendaSent(row.dossier_id, row.id, row.sequence))
    return await store.meeting(tx, row.id)


async def hold_meeting(tx: WriteTx, command: HoldMeeting) -> MeetingRow:
    """The meeting takes place, with those present. Where holding it takes a consent, it must stand (RI-20).

    Raises RULE_BLOCKED with all that should be ready and is not (RI-10, RI-21), INVALID_INPUT for a stranger.
    """
    row = await coming_meeting(tx, command.meeting, command.expected_version)
    if tx.now < row.starts_at:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_begun")
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    await _require_consents(tx, case, row)
    circle = await store.participants(tx, row.id)
    if set(command.present) - {one.id for one in circle}:
        raise invalid("meeting.unknown_participant", "input", "attended")
    details = await _require_ready(tx, case, row, command)
    await tx.run(store.KEEP_DETAILS, id=row.id, sealed=await _sealed(tx, row, details))
    await tx.run_versioned(
        store.SET_STATUS, id=row.id, status="held", expected_version=command.expected_version
    )
    await tx.run(store.RECORD_ATTENDANCE, meeting_id=row.id, present=list(command.present))
    await caseworks.touch(tx, row.dossier_id)
    await meet_deadlines(tx, meeting=row.id, task="hold_meeting")
    tx.emit(MeetingHeld(row.dossier_id, row.id, row.sequence))
    return await store.meeting(tx, row.id)


async def _require_consents(tx: WriteTx, case: Case, row: MeetingRow) -> None:
    for need in consent_rules.consents_required(
        case.model, row.type, case.facts, tx.now, problem=case.facts_of(row.problem_id)
    ):
        if need.blocks and not await store.stands(tx, row.dossier_id, need.purpose):
            raise UserError(
                ErrorCode.RULE_BLOCKED,
                "meeting.consent_missing",
                rule_id=need.why.rule or None,
                legal_basis="; ".join(basis.words(tx.actor.language) for basis in need.why.legal_basis)
                or None,
            )


async def _require_ready(tx: WriteTx, case: Case, row: MeetingRow, command: HoldMeeting) -> MeetingDetails:
    details = await store.meeting_details(tx, row)
    mine = msgspec.structs.replace(
        details.particulars,
        documents=tuple(sorted({*details.particulars.documents, *command.documents})),
        prepared=tuple(sorted({*details.particulars.prepared, *command.prepared})),
    )
    ready = holding.Readiness(
        await documents_there(tx, case, row, mine),
        frozenset(mine.prepared),
        frozenset(mine.agreed_preparation),
        command.reason,
    )
    decision = holding.may_hold(
        case.model, row.type, case.facts, ready, tx.now, case.facts_of(row.problem_id)
    )
    if not decision.allowed:
        field = "documents" if decision.needs[0].startswith("document") else "prepared"
        require(decision, "input", field)
    return msgspec.structs.replace(details, particulars=mine, reason=command.reason.strip() or details.reason)


async def _add_reason(tx: WriteTx, row: MeetingRow, reason: str) -> None:
    details = await store.meeting_details(tx, row)
    changed = msgspec.structs.replace(details, reason=reason.strip())
    await tx.run(store.KEEP_DETAILS, id=row.id, sealed=await _sealed(tx, row, changed))


async def _sealed(tx: WriteTx, row: MeetingRow, details: MeetingDetails) -> bytes:
    return await tx.seal(SealLabel.MEETING, row.dossier_id, row.id, details)
