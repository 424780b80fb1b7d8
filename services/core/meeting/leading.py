"""Who leads a meeting: only they send, move, hold and conclude it."""

from typing import Final
from uuid import UUID

from services.core.casework.service import CASEWORKERS
from services.core.db.tx import ReadTx, WriteTx
from services.core.delegation import store as delegations
from services.core.errors import ErrorCode, UserError, conflict
from services.core.identity import Capacity
from services.core.meeting import store
from services.core.meeting.store import MeetingRow

COMING: Final = ("planned", "agenda_sent")
"""The states of a meeting that is still to be held."""
RUNNING: Final = (*COMING, "held")
"""The states in which a meeting is worked on."""


async def leads(tx: ReadTx, row: MeetingRow) -> bool:
    """Whether the actor leads a meeting that they see: its convener or chair, who acts for one of them while they are
    away, or the leader of the unit that answers for the child.
    """
    if tx.actor.capacity not in CASEWORKERS:
        return False
    # The unit's wall has shown the row to a leader only because the child is of the own unit.
    if tx.actor.capacity is Capacity.LEADER or tx.actor.person in (row.convener_id, row.chair_id):
        return True
    return bool(await delegations.acting_for(tx, row.dossier_id) & {row.convener_id, row.chair_id})


async def led_meeting(tx: WriteTx, meeting_id: UUID, expected_version: int | None = None) -> MeetingRow:
    """A meeting that the actor leads.

    FORBIDDEN for the rest of the circle, CONFLICT for an old version, NOT_FOUND for a foreign one.
    """
    row = await store.meeting(tx, meeting_id)
    if not await leads(tx, row):
        raise UserError(ErrorCode.FORBIDDEN, "meeting.not_yours")
    if expected_version is not None and row.version != expected_version:
        raise conflict()
    return row


async def coming_meeting(tx: WriteTx, meeting_id: UUID, expected_version: int) -> MeetingRow:
    """The same of one that is still to be held; RULE_BLOCKED once it was held or cancelled."""
    row = await led_meeting(tx, meeting_id, expected_version)
    if row.status not in COMING:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.over")
    return row
