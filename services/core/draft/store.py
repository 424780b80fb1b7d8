"""Rows of drafts, and what is sealed in them.

Nothing here is named ``dossier_id``: to write on is not to see the child or to change its case, and a log with a line
for every pause in a sentence would hide what matters in it. Reading back opens what is sealed, which does count.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Where the drafts about something lie."""

    of_dossier: DossierId
    of_meeting: UUID | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A form that is being written; ``sealed`` holds ``DraftDetails``. ``saved_at`` in UTC, business time."""

    id: UUID
    of_dossier: DossierId
    form: str
    saved_at: datetime
    sealed: bytes


class DraftDetails(msgspec.Struct, frozen=True):
    """The fields of a form as they stood: each name with its values in the order of the page."""

    fields: dict[str, list[str]] = {}


OF_MEETING = _SQL.rows("of_meeting", PlaceRow)
OF_CHILD = _SQL.rows("of_child", PlaceRow)
OWN_DRAFTS = _SQL.rows("own_drafts", DraftRow)
KEEP = _SQL.command("keep_draft")
DROP = _SQL.command("drop_drafts")
DROP_OLD = _SQL.command("drop_old")


async def place(tx: ReadTx, *, meeting: UUID | None = None, child: UUID | None = None) -> PlaceRow:
    """Where drafts about this lie; NOT_FOUND for what is absent or another's."""
    if meeting is not None:
        found = await tx.one(OF_MEETING, meeting=meeting)
    else:
        found = await tx.one(OF_CHILD, child=child)
    if found is None:
        raise not_found()
    return found


async def own_drafts(tx: ReadTx, place: PlaceRow) -> list[DraftRow]:
    """The actor's own, of this capacity alone."""
    return await tx.many(OWN_DRAFTS, of_dossier=place.of_dossier, of_meeting=place.of_meeting)


async def details(tx: ReadTx, row: DraftRow) -> DraftDetails:
    """What was written."""
    return await tx.open_sealed(SealLabel.DRAFT, row.of_dossier, row.id, row.sealed, DraftDetails)
