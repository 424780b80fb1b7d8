"""Between the call and the meeting: who leads it is agreed, and what must be ready is noted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from services.core.casework.service import load_case_of
from services.core.db.tx import WriteTx
from services.core.deadline.service import meet_deadlines
from services.core.errors import invalid
from services.core.identity import PersonId
from services.core.keys.seal import SealLabel
from services.core.meeting import particulars, rules, store
from services.core.meeting.calling import AGREE_CHAIR, TEXT_LIMIT, type_of
from services.core.meeting.events import ChairAgreed
from services.core.meeting.leading import coming_meeting
from services.core.meeting.store import MeetingDetails, MeetingRow
from services.core.meeting.supplying import chair_of
from services.core.tenancy.refusal import require


@dataclass(frozen=True, slots=True)
class AgreeChair:
    """Who leads the meeting, and on which local day that was agreed (None: today); a reason where it was too late."""

    meeting: UUID
    chair: UUID
    expected_version: int
    agreed_on: date | None = None
    reason: str = ""


async def agree_chair(tx: WriteTx, command: AgreeChair) -> MeetingRow:
    """Note who leads the meeting: somebody of the circle whom the model lets chair, agreed in time (RI-25).

    Raises INVALID_INPUT for one who is not invited or cannot have the role, RULE_BLOCKED where the model asks for one
    from outside, or for a reason since it is late.
    """
    row = await coming_meeting(tx, command.meeting, command.expected_version)
    circle = await store.participants(tx, row.id)
    there = {one.person_id for one in circle if one.status == "invited" and one.kind == "professional"}
    if command.chair not in {row.convener_id, *there}:
        raise invalid("meeting.chair_not_invited", "input", "chairId")
    if len(command.reason) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "reason", limit=TEXT_LIMIT)
    case = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    person = PersonId(command.chair)
    chair = await chair_of(tx, case, type_of(case, row.type), person, row.convener_id, command.agreed_on)
    plan = rules.plan_meeting(
        case.model, case.facts, row.type, row.starts_at, tx.now, problem=case.facts_of(row.problem_id)
    )
    if plan.chair is not None:
        require(particulars.may_chair(plan.chair, chair, command.reason))
    details = await store.meeting_details(tx, row)
    mine = msgspec.structs.replace(details.particulars, chair_agreed_on=chair.agreed_on)
    reason = command.reason.strip() or details.reason
    await tx.run_versioned(
        store.SET_CHAIR,
        id=row.id,
        chair_id=person,
        expected_version=command.expected_version,
        sealed=await _sealed(tx, row, msgspec.structs.replace(details, particulars=mine, reason=reason)),
    )
    await meet_deadlines(tx, meeting=row.id, task=AGREE_CHAIR)
    tx.emit(ChairAgreed(row.dossier_id, row.id, row.sequence, person))
    return await store.meeting(tx, row.id)


async def note_ready(
    tx: WriteTx,
    meeting_id: UUID,
    documents: Collection[str],
    prepared: Collection[str],
    expected_version: int,
) -> MeetingRow:
    """Note which documents are there and what has been prepared (RI-10, RI-21): all of it, as it now stands.

    Raises INVALID_INPUT for a key that the type does not have.
    """
    row = await coming_meeting(tx, meeting_id, expected_version)
    meeting = type_of(await load_case_of(tx, row.dossier_id, under=row.model_version_id), row.type)
    for field, said, known in (
        ("documents", documents, {one.key for one in meeting.documents}),
        ("prepared", prepared, {one.key for one in meeting.preparation}),
    ):
        for key in set(said) - known:
            raise invalid(
                "meeting.unknown_particular", "input", field, key=key, known=", ".join(sorted(known))
            )
    details = await store.meeting_details(tx, row)
    mine = msgspec.structs.replace(
        details.particulars, documents=tuple(sorted(documents)), prepared=tuple(sorted(prepared))
    )
    await tx.run_versioned(
        store.SET_DETAILS,
        id=row.id,
        expected_version=expected_version,
        sealed=await _sealed(tx, row, msgspec.structs.replace(details, particulars=mine)),
    )
    return await store.meeting(tx, row.id)


async def _sealed(tx: WriteTx, row: MeetingRow, details: MeetingDetails) -> bytes:
    return await tx.seal(SealLabel.MEETING, row.dossier_id, row.id, details)
