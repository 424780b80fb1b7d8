"""Rows of a family's wishes about a meeting's circle."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__, "suggestions.sql")


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A wish; ``participant_id`` is the one who should stay away. ``sealed`` holds ``SuggestionDetails``."""

    id: UUID
    dossier_id: DossierId
    meeting_id: UUID
    participant_id: UUID | None
    suggested_by: PersonId
    made_at: datetime
    state: str
    settled_at: datetime | None
    sealed: bytes
    version: int


class SuggestionDetails(msgspec.Struct, frozen=True):
    """Who should come and why, in the family's words, and what the convener answered."""

    who: str = ""
    why: str = ""
    answer: str = ""


INSERT = _SQL.command("insert")
OF_MEETING = _SQL.rows("of_meeting", SuggestionRow)
FIND = _SQL.rows("find", SuggestionRow)
SETTLE = _SQL.command("settle")


async def suggestion(tx: ReadTx, suggestion_id: UUID) -> SuggestionRow:
    """A wish; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=suggestion_id)
    if found is None:
        raise not_found()
    return found


async def suggestions_of(tx: ReadTx, meeting_id: UUID) -> list[SuggestionRow]:
    """The wishes about a meeting's circle that the actor may read, the open ones first."""
    return await tx.many(OF_MEETING, meeting_id=meeting_id)


async def details(tx: ReadTx, row: SuggestionRow) -> SuggestionDetails:
    """Open what was wished and answered."""
    return await tx.open_sealed(
        SealLabel.CIRCLE_SUGGESTION, row.dossier_id, row.id, row.sealed, SuggestionDetails
    )
