"""Unmake what was just made at a meeting and has left nobody's hands: an agreement, a point of the agenda.

For an hour, and nothing else than that: what was told to somebody is taken back by telling them so (``inviting``), and
what is older is part of the record. The database holds the hour.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, conflict, not_found
from services.core.meeting import store
from services.core.meeting.leading import RUNNING, led_meeting
from services.core.meeting.store import AgendaItemRow, AgreementRow, MeetingRow

JUST: Final = timedelta(hours=1)
"""Business time within which something was just made."""


def just_made(tx: ReadTx, row: AgreementRow) -> bool:
    """Whether an agreement is so new that nobody has reckoned with it."""
    return row.status == "open" and row.made_at > tx.now - JUST


def may_take_back(tx: ReadTx, meeting: MeetingRow, item: AgendaItemRow) -> bool:
    """Whether a point is the actor's own, just added, of a meeting that is still worked on."""
    just_added = item.added_at is not None and item.added_at > tx.now - JUST
    return just_added and item.added_by == tx.actor.person and meeting.status in RUNNING


async def take_back_agreement(tx: WriteTx, agreement_id: UUID, expected_version: int) -> MeetingRow:
    """The agreement was never made; who would have been reminded of it is not. Answers the meeting.

    Raises RULE_BLOCKED after an hour and once the meeting is concluded, CONFLICT for an old version.
    """
    row = await store.agreement(tx, agreement_id)
    meeting = await led_meeting(tx, row.meeting_id)
    if row.version != expected_version:
        raise conflict()
    if meeting.status != "held" or not just_made(tx, row):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_just_made")
    # Dropped first: whoever waits for the deed then waits no more.
    await tx.run_versioned(
        store.CLOSE_AGREEMENT, id=row.id, status="dropped", expected_version=expected_version
    )
    await tx.run(store.DELETE_AGREEMENT, id=row.id)
    return meeting


async def take_back_agenda_item(tx: WriteTx, meeting_id: UUID, item_id: UUID) -> MeetingRow:
    """The actor's own point is off the agenda again. Answers the meeting.

    Raises NOT_FOUND for a point of another meeting, RULE_BLOCKED for another's, after an hour and once it is over.
    """
    meeting = await store.meeting(tx, meeting_id)
    item = next((row for row in await store.agenda(tx, meeting.id) if row.id == item_id), None)
    if item is None:
        raise not_found()
    if not may_take_back(tx, meeting, item):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_just_made")
    await tx.run(store.DELETE_AGENDA_ITEM, id=item.id)
    return meeting
