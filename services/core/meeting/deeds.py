"""Somebody says that what they were to do is done, and takes it back while nobody has reckoned with it.

By default who is responsible for an agreement may say so, whoever they are: a parent, a young person, a professional. The
database holds both walls: the own agreement, and the hour.
"""

from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.calling import TEXT_LIMIT
from services.core.meeting.events import AgreementDone
from services.core.meeting.store import AgreementRow, AgreementSaid
from services.core.meeting.undoing import JUST


async def is_theirs(tx: ReadTx, row: AgreementRow) -> bool:
    """Whether the actor is who is to do it."""
    circle = await store.participants(tx, row.meeting_id)
    return any(one.id == row.responsible_id and one.person_id == tx.actor.person for one in circle)


def may_take_back(tx: ReadTx, row: AgreementRow) -> bool:
    """Whether the actor said that it is done, and less than an hour ago (business time)."""
    just_said = row.settled_at is not None and row.settled_at > tx.now - JUST
    return row.status == "done" and just_said and row.settled_by == tx.actor.person


async def say_done(tx: WriteTx, agreement_id: UUID, note: str, expected_version: int) -> AgreementRow:
    """What one is to do is done, with a word on it or none; who called the meeting is told.

    FORBIDDEN for what somebody else is to do, RULE_BLOCKED for a closed one, CONFLICT for an old version, NOT_FOUND for a
    foreign one.
    """
    row = await store.agreement(tx, agreement_id)
    if row.version != expected_version:
        raise conflict()
    if not await is_theirs(tx, row):
        raise UserError(ErrorCode.FORBIDDEN, "meeting.not_yours_to_do")
    if row.status != "open":
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.agreement_closed")
    if len(note) > TEXT_LIMIT:
        raise invalid("meeting.text_too_long", "input", "note", limit=TEXT_LIMIT)
    said = AgreementSaid(note.strip())
    await tx.run_versioned(
        store.SAY_DONE,
        id=row.id,
        said=await tx.seal(SealLabel.AGREEMENT_SAID, row.dossier_id, row.id, said) if said.note else None,
        expected_version=expected_version,
    )
    meeting = await store.meeting(tx, row.meeting_id)
    done = await store.agreement(tx, row.id)
    tx.emit(AgreementDone(row.dossier_id, meeting.id, meeting.sequence, row.id, done.version))
    return done


async def take_back(tx: WriteTx, agreement_id: UUID, expected_version: int) -> AgreementRow:
    """It is not done after all; what was said of it is gone, and it is waited for as before.

    RULE_BLOCKED for what somebody else said and after an hour, CONFLICT for an old version.
    """
    row = await store.agreement(tx, agreement_id)
    if row.version != expected_version:
        raise conflict()
    if not may_take_back(tx, row):
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.not_just_said")
    await tx.run_versioned(store.SAY_NOT_DONE, id=row.id, expected_version=expected_version)
    return await store.agreement(tx, row.id)
