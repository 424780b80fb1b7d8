"""Rows of emergency accesses and of what was said about them afterwards."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Whom a search led to, unopened. ``identity_id``, not ``dossier_id``: being compared is not being seen."""

    id: PersonId
    identity_id: DossierId
    sealed: bytes


@dataclass(frozen=True, slots=True)
class WholeRow:
    """Whether the actor sees a child for a reason of their own."""

    whole: bool


@dataclass(frozen=True, slots=True)
class LooksRow:
    """Whether the actor has opened any child in an emergency."""

    looks: bool


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """One emergency access; ``sealed`` holds ``EmergencyReason``. Times are business time."""

    id: UUID
    dossier_id: DossierId
    child_id: PersonId
    person_id: PersonId
    category: str
    opened_at: datetime
    valid_until: datetime
    ended_at: datetime | None
    sealed: bytes
    version: int

    def open(self, now: datetime) -> bool:
        """Whether it still gives access at ``now``."""
        return self.ended_at is None and now < self.valid_until


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """What a family is told of one."""

    id: UUID
    dossier_id: DossierId
    person_id: PersonId
    category: str
    opened_at: datetime
    valid_until: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """What one of those who answer for it said; ``sealed`` holds ``EmergencyNote``."""

    id: UUID
    dossier_id: DossierId
    reviewed_by: PersonId
    capacity: str
    reviewed_at: datetime
    justified: bool
    sealed: bytes


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """A data protection officer."""

    person_id: PersonId


class EmergencyReason(msgspec.Struct, frozen=True):
    """What happened, in the professional's own words."""

    words: str


class EmergencyNote(msgspec.Struct, frozen=True):
    """Why it was justified or not."""

    note: str


LOOK = _SQL.rows("look", FoundRow)
SEES_WHOLE = _SQL.rows("sees_whole", WholeRow)
ONLY_LOOKS = _SQL.rows("only_looks", LooksRow)
OPEN = _SQL.command("open_emergency")
FIND = _SQL.rows("find_emergency", EmergencyRow)
ALL = _SQL.rows("emergencies", EmergencyRow)
OF_CHILD = _SQL.rows("emergencies_of_child", OpenedRow)
END = _SQL.command("end_emergency")
REVIEW = _SQL.command("insert_review")
REVIEWS = _SQL.rows("reviews", ReviewRow)
OFFICERS = _SQL.rows("data_protection_officers", OfficerRow)


async def emergency(tx: ReadTx, emergency_id: UUID) -> EmergencyRow:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=emergency_id)
    if found is None:
        raise not_found()
    return found


async def emergencies(
    tx: ReadTx, fetch: int, before: tuple[datetime, UUID] | None = None
) -> list[EmergencyRow]:
    """Those the actor may see, newest first; ``before`` is the place of the last one seen."""
    at, last = before or (None, None)
    return await tx.many(ALL, before=at, before_id=last, page=fetch)


async def of_child(tx: ReadTx, child: PersonId) -> list[OpenedRow]:
    """Who opened a child in an emergency, as far as the actor may know, newest first."""
    return await tx.many(OF_CHILD, child_id=child)


async def reviews(tx: ReadTx, row: EmergencyRow) -> list[ReviewRow]:
    """What was said about one afterwards."""
    return await tx.many(REVIEWS, emergency=row.id)


async def words_of(tx: ReadTx, row: EmergencyRow) -> str:
    """Open the reason."""
    opened = await tx.open_sealed(
        SealLabel.EMERGENCY_REASON, row.dossier_id, row.id, row.sealed, EmergencyReason
    )
    return opened.words


async def note_of(tx: ReadTx, row: ReviewRow) -> str:
    """Open what a reviewer wrote."""
    opened = await tx.open_sealed(SealLabel.EMERGENCY_NOTE, row.dossier_id, row.id, row.sealed, EmergencyNote)
    return opened.note


async def officers(tx: ReadTx) -> list[PersonId]:
    """The municipality's data protection officers."""
    return [row.person_id for row in await tx.many(OFFICERS)]


async def only_looks(tx: ReadTx) -> bool:
    """Whether the actor sees some child in an emergency alone, and changes nothing of it."""
    row = await tx.one(ONLY_LOOKS)
    return row is not None and row.looks
