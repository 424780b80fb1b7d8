"""The family chooses who may read the record of a meeting, where the model lets it: each for themselves.

Why this is safe: the choice only opens what the database keeps shut. A record whose readers the family chooses is closed
to everyone of the circle but convener and chair until all of the family who see the case have chosen the same person
(`closed_records` in policies.sql). Nobody reads another's choice.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import Capacity, DossierId
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.holding import may_read_record
from services.core.meeting.store import MeetingRow
from services.core.tenancy.decision import Reason
from services.core.tenancy.model import Model
from services.core.tenancy.service import model_version

_SQL = Queries(__file__, "readers.sql")


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Whom one of the family lets read a record: ids of participants."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    readers: list[UUID]
    chosen_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """The meetings whose record is closed to the actor."""

    meetings: list[UUID]


@dataclass(frozen=True, slots=True)
class ConclusionRow:
    """The reason of an outcome; ``sealed`` holds ``Conclusion``."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    sealed: bytes


class Conclusion(msgspec.Struct, frozen=True):
    """Why a meeting came to its outcome."""

    reason: str


_OWN = _SQL.rows("own_choice", ChoiceRow)
_CHOOSE = _SQL.command("choose")
_CHOOSE_AGAIN = _SQL.command("choose_again")
_INSERT_CONCLUSION = _SQL.command("insert_conclusion")
_CONCLUSION = _SQL.rows("conclusion_of_meeting", ConclusionRow)
_CLOSED = _SQL.rows("closed", ClosedRow)


async def own_choice(tx: ReadTx, meeting: UUID) -> ChoiceRow | None:
    """The actor's own choice; None before there is one."""
    return await tx.one(_OWN, meeting_id=meeting)


async def choose_readers(
    tx: WriteTx, meeting_id: UUID, readers: Collection[UUID], expected_version: int
) -> MeetingRow:
    """Say whom of the professionals there one lets read the record; nobody is a choice too, and all may be changed.

    `expected_version` is that of the choice before, 0 where there is none. Raises FORBIDDEN for anyone but the family,
    RULE_BLOCKED where the model lets the family choose nothing, INVALID_INPUT for one who is not invited, CONFLICT for
    an old version.
    """
    if not tx.actor.is_family:
        raise UserError(ErrorCode.FORBIDDEN)
    row = await store.meeting(tx, meeting_id)
    model = (await model_version(tx, row.model_version_id)).model
    if not model.meeting(row.type).family.chooses_readers:
        raise UserError(ErrorCode.RULE_BLOCKED, "meeting.readers_not_chosen")
    there = {
        one.id
        for one in await store.participants(tx, row.id)
        if one.kind == "professional" and one.status == "invited"
    }
    if set(readers) - there:
        raise invalid("meeting.unknown_participant", "input", "participantIds")
    chosen = sorted(set(readers))
    if expected_version:
        await tx.run_versioned(
            _CHOOSE_AGAIN, meeting_id=row.id, readers=chosen, expected_version=expected_version
        )
    elif not await tx.run(_CHOOSE, id=new_id(), dossier_id=row.dossier_id, meeting_id=row.id, readers=chosen):
        raise conflict()
    return row


async def record_reason(tx: WriteTx, row: MeetingRow, reason: str) -> None:
    """Keep why the meeting came to its outcome, for the readers of the record."""
    if not reason.strip():
        return
    conclusion = new_id()
    await tx.run(
        _INSERT_CONCLUSION,
        id=conclusion,
        dossier_id=row.dossier_id,
        meeting_id=row.id,
        sealed=await tx.seal(SealLabel.CONCLUSION, row.dossier_id, conclusion, Conclusion(reason.strip())),
    )


async def reason_of(tx: ReadTx, row: MeetingRow) -> str:
    """Why the meeting came to its outcome; '' where none was recorded, or where it is not the actor's to read."""
    if tx.actor.is_family:
        return ""
    found = await tx.one(_CONCLUSION, meeting_id=row.id)
    if found is None:
        return (await store.meeting_details(tx, row)).conclusion_reason
    opened = await tx.open_sealed(SealLabel.CONCLUSION, found.dossier_id, found.id, found.sealed, Conclusion)
    return opened.reason


async def closed_records(tx: ReadTx) -> frozenset[UUID]:
    """The meetings whose record is not the actor's to read; the leader of the unit answers for every one of it."""
    if tx.actor.capacity not in (Capacity.FAMILY, Capacity.PROFESSIONAL, Capacity.ADVISER):
        return frozenset()
    row = await tx.one(_CLOSED)
    return frozenset(row.meetings if row else ())


def why_closed(tx: ReadTx, row: MeetingRow, model: Model) -> Reason | None:
    """What the model says of who may read a record that is closed."""
    rules = (may_read_record(model, row.type, role.key, None, tx.now) for role in model.roles)
    return next((rule.reasons[0] for rule in rules if rule.reasons), None)
