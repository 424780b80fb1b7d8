"""Move or cancel a meeting about nobody named, and who may."""

from datetime import datetime
from uuid import UUID

from services.core.calendar.instants import local_day
from services.core.casework.roles import roles_in
from services.core.consultation import store
from services.core.consultation.calling import HELD, RECORD
from services.core.consultation.events import ConsultationCancelled, ConsultationMoved
from services.core.consultation.store import ConsultationDetails, ConsultationRow
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import Capacity
from services.core.keys.seal import SealLabel
from services.core.meeting.holding import may_cancel
from services.core.meeting.nobody import require_nobody_named
from services.core.retention.rules import RecordFacts
from services.core.retention.service import keep_until
from services.core.tenancy.refusal import refusal
from services.core.tenancy.service import model_version


async def move_consultation(
    tx: WriteTx, consultation: UUID, starts_at: datetime, expected_version: int
) -> ConsultationRow:
    """Another time; it leaves the fixed one it stood at, and its own end moves with it."""
    row = await led(tx, consultation, expected_version)
    if row.status != "planned":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if starts_at <= tx.now:
        raise invalid("meeting.in_the_past", "input", "startsAt")
    await tx.run_versioned(
        store.MOVE,
        id=row.id,
        starts_at=starts_at,
        ends_at=starts_at + (row.ends_at - row.starts_at),
        expected_version=expected_version,
    )
    version = await model_version(tx, row.model_version_id)
    await keep_until(
        tx, version.model, version.id, row.dossier_id, RecordFacts(RECORD, {HELD: local_day(starts_at)})
    )
    tx.emit(ConsultationMoved(row.dossier_id, row.id, row.sequence + 1))
    return await store.consultation(tx, row.id)


async def cancel_consultation(
    tx: WriteTx, consultation: UUID, reason: str, expected_version: int, *, keep: str = ""
) -> ConsultationRow:
    """Cancel with a reason; refused where the model says so: while requests wait, too late, or by whom."""
    row = await led(tx, consultation, expected_version)
    if row.status != "planned":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    if not reason.strip():
        raise invalid("meeting.reason_missing", "input", "reason")
    model = (await model_version(tx, row.model_version_id)).model
    meeting = model.meeting(row.type)
    await require_nobody_named(tx, [(("input", "reason"), reason)], keep=keep, rule=meeting.rule)
    asked = sum(1 for one in await store.items(tx, row.id) if one.origin == "professional")
    mine = await roles_in(tx, model)
    named = meeting.cancellation.by if meeting.cancellation else ()
    role = next((one for one in named if one in mine), next(iter(sorted(mine)), ""))
    decision = may_cancel(model, row.type, row.starts_at, tx.now, requests=asked, role=role)
    if not decision.allowed and "reason" not in decision.needs:
        raise refusal(decision.reasons, decision.needs)
    return await give_up(tx, row, reason.strip(), keep.strip())


async def give_up(tx: WriteTx, row: ConsultationRow, reason: str, keep: str = "") -> ConsultationRow:
    """It is not held, for a reason that was checked."""
    before = await store.details(tx, row)
    changed = ConsultationDetails(
        before.place,
        before.purpose,
        before.facts,
        before.reason,
        cancel_reason=reason,
        kept=keep or before.kept,
    )
    await tx.run_versioned(
        store.CANCEL,
        id=row.id,
        expected_version=row.version,
        sealed=await tx.seal(SealLabel.CONSULTATION, row.dossier_id, row.id, changed),
    )
    tx.emit(ConsultationCancelled(row.dossier_id, row.id, row.sequence + 1))
    return await store.consultation(tx, row.id)


async def led(tx: ReadTx, consultation: UUID, expected_version: int | None = None) -> ConsultationRow:
    """One that the actor may lead: its convener or chair, or the leader of its unit.

    FORBIDDEN for the rest of the circle, CONFLICT for an old version, NOT_FOUND for a foreign one.
    """
    row = await store.consultation(tx, consultation)
    if not leads(tx, row):
        raise UserError(ErrorCode.FORBIDDEN, "meeting.not_yours")
    if expected_version is not None and row.version != expected_version:
        raise conflict()
    return row


def leads(tx: ReadTx, row: ConsultationRow) -> bool:
    """Whether the actor may lead it; the unit's wall shows a leader only what is of their own unit."""
    return tx.actor.person in (row.convener_id, row.chair_id) or tx.actor.capacity is Capacity.LEADER
