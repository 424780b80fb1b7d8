"""Rows of dead letters: with whom and what for who answers for them, with neither for who runs the system."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)

MOST: Final = 200
"""So many are shown to one who answers for them; the oldest first."""


@dataclass(frozen=True, slots=True)
class UndeliveredRow:
    """What did not reach somebody of a child that the actor sees. ``failed_at``: business time."""

    id: UUID
    dossier_id: DossierId
    child_id: PersonId
    recipient_id: PersonId
    kind: str
    channel: str
    reason: str
    failed_at: datetime
    meeting_id: UUID | None
    consent_id: UUID | None
    deadline_id: UUID | None
    about_id: UUID | None


@dataclass(frozen=True, slots=True)
class SettledRow:
    """One that was settled, by whom and how (business time); ``said_sealed`` holds ``Said``, where they wrote of it."""

    id: UUID
    dossier_id: DossierId
    child_id: PersonId
    recipient_id: PersonId
    kind: str
    meeting_id: UUID | None
    about_id: UUID | None
    failed_at: datetime
    resolution: str
    resolved_at: datetime
    resolved_by: PersonId
    said_sealed: bytes | None


class Said(msgspec.Struct, frozen=True):
    """What who settled it wrote of it."""

    text: str


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The same for who runs the system. ``staff_id``: the recipient, where that is a professional.

    ``failure`` and ``stage`` are those of the outbox, ``code`` the receiver's answer, if there was one.
    """

    id: UUID
    kind: str
    channel: str
    reason: str
    failed_at: datetime
    failure: str | None
    stage: str | None
    code: int | None
    attempts: int
    staff_id: PersonId | None


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many died by one channel for one reason, the first and the last of them (business time)."""

    channel: str
    reason: str
    number: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class DoneRow:
    """Whether it was dealt with now."""

    done: bool


@dataclass(frozen=True, slots=True)
class NumberRow:
    """How many."""

    number: int


TO_DEAL_WITH = _SQL.rows("undelivered_to_deal_with", UndeliveredRow)
FIND = _SQL.rows("find_undelivered", UndeliveredRow)
SETTLED = _SQL.rows("undelivered_settled", SettledRow)
IN_OFFICE = _SQL.rows("undelivered_in_office", OfficeRow)
COUNTS = _SQL.rows("undelivered_counts", CountRow)
DEAL_WITH = _SQL.rows("deal_with", DoneRow)
RESEND_MANY = _SQL.rows("resend_many", NumberRow)
COUNT_TO_RESEND = _SQL.rows("count_to_resend", NumberRow)


async def to_deal_with(
    tx: ReadTx, *, meeting: UUID | None = None, child: PersonId | None = None
) -> list[UndeliveredRow]:
    """What the actor answers for, the oldest first; of one meeting or one child, where it is named.

    Who reads it is professional, adviser or leader: no other capacity has the function.
    """
    return await tx.many(TO_DEAL_WITH, meeting=meeting, child=child, most=MOST)


async def settled(tx: ReadTx) -> list[SettledRow]:
    """What was settled of it in the last 90 days, the newest first; for the same readers."""
    return await tx.many(SETTLED, most=MOST)


async def said_of(tx: ReadTx, row: SettledRow) -> str | None:
    """What was written of it, if anything."""
    if row.said_sealed is None:
        return None
    return (
        await tx.open_sealed(SealLabel.UNDELIVERED_SAID, row.dossier_id, row.id, row.said_sealed, Said)
    ).text


async def in_office(tx: ReadTx, fetch: int, before: tuple[datetime, UUID] | None = None) -> list[OfficeRow]:
    """One page of the municipality's, newest first; ``before`` is (failed_at, id) of the last one seen."""
    at, last = before or (None, None)
    return await tx.many(IN_OFFICE, before=at, before_id=last, page=fetch)


async def counts(tx: ReadTx) -> list[CountRow]:
    """The municipality's by channel and reason, the most first."""
    return await tx.many(COUNTS)
