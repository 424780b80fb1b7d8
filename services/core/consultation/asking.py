"""Ask for time on a meeting that is called already: one's own, or the next fixed one of the place.

Whoever brings something takes part. Nobody is asked first, and nothing is shown of the meeting before.
"""

from dataclasses import dataclass
from uuid import UUID

from services.core.casework.roles import roles_in
from services.core.casework.service import require_caseworker
from services.core.consultation import rules, store
from services.core.consultation.calling import add_item
from services.core.consultation.events import ConsultationItemAdded
from services.core.consultation.store import ConsultationRow, ItemDetails, ParticipantDetails, ToJoin
from services.core.db.tx import WriteTx, new_id
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.identity import Capacity
from services.core.keys.seal import SealLabel
from services.core.meeting.anonymity import Outcome
from services.core.meeting.calling import ACCESS_AFTER_MEETING
from services.core.meeting.nobody import require_nobody_named
from services.core.series import store as series
from services.core.tenancy.language import Strength
from services.core.tenancy.model import Model
from services.core.tenancy.service import current_model, model_version


@dataclass(frozen=True, slots=True)
class AskForTime:
    """What to speak of, at one meeting (``consultation``) or at a fixed time (``slot``). ``keep``: why a name may stay."""

    text: str
    consultation: UUID | None = None
    slot: UUID | None = None
    subject: str = ""
    keep: str = ""


async def add_consultation_item(tx: WriteTx, command: AskForTime) -> ConsultationRow:
    """Put a point on the agenda. Raises NOT_FOUND, INVALID_INPUT (a text that names somebody), RULE_BLOCKED (over)."""
    actor = require_caseworker(tx)
    if (command.consultation is None) == (command.slot is None):
        raise invalid("consultation.which", "input", "consultationId")
    if not command.text.strip():
        raise invalid("meeting.text_missing", "input", "text")
    row = await _asked(tx, command)
    if row.status not in ("planned", "held"):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    meeting = (await model_version(tx, row.model_version_id)).model.meeting(row.type)
    subject = command.subject or row.subject
    if subject not in {one.value for one in rules.subjects_of(meeting)}:
        raise invalid("consultation.unknown_subject", "input", "subject")
    outcome = await require_nobody_named(
        tx, [(("input", "text"), command.text)], keep=command.keep, rule=meeting.rule
    )
    kept = command.keep.strip() if outcome is Outcome.NAME_KEPT else ""
    details = ItemDetails(command.text.strip(), presented_by=actor, kept=kept)
    item = await add_item(tx, row.dossier_id, row.id, details, subject, outcome)
    tx.emit(ConsultationItemAdded(row.dossier_id, row.id, row.sequence, item))
    return row


async def _asked(tx: WriteTx, command: AskForTime) -> ConsultationRow:
    if command.consultation is not None:
        return await store.consultation(tx, command.consultation)
    assert command.slot is not None
    slot = await series.slot(tx, command.slot)
    seen = await tx.one(store.OF_SLOT, slot_id=slot.id)
    if seen is not None and (tx.actor.capacity is Capacity.LEADER or await _takes_part(tx, seen)):
        return seen
    target = await tx.one(store.TO_JOIN, slot_id=slot.id)
    if target is None:
        raise not_found()
    await _join(tx, slot, target)
    return await store.consultation(tx, target.id)


async def _takes_part(tx: WriteTx, row: ConsultationRow) -> bool:
    circle = await store.participants(tx, row.id)
    return tx.actor.person == row.convener_id or any(one.person_id == tx.actor.person for one in circle)


async def _join(tx: WriteTx, slot: series.SlotRow, target: ToJoin) -> None:
    model = (await current_model(tx)).model
    participant = new_id()
    sealed = await tx.seal(
        SealLabel.CONSULTATION_PARTICIPANT, target.dossier_id, participant, ParticipantDetails("")
    )
    await tx.one(
        store.JOIN,
        slot_id=slot.id,
        id=participant,
        role=await _own_role(tx, model, slot.type),
        strength=Strength.AD_HOC.value,
        access_until=slot.ends_at + ACCESS_AFTER_MEETING,
        sealed=sealed,
    )


async def _own_role(tx: WriteTx, model: Model, kind: str) -> str:
    """The role in which the actor comes: one that the type has, else any that is theirs."""
    mine = await roles_in(tx, model)
    named = [
        rule.role
        for meeting in rules.callable_types(model)
        if kind in (meeting.key, meeting.kind_of)
        for rule in meeting.participants
    ]
    found = next((role for role in named if role in mine), next(iter(sorted(mine)), None))
    if found is None:
        raise UserError(ErrorCode.FORBIDDEN)
    return found
