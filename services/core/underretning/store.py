"""Rows of underretninger."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)
MOST: Final = 500
"""So many are listed at the most, the newest first."""


@dataclass(frozen=True, slots=True)
class UnderretningRow:
    """One underretning; ``sealed`` holds ``UnderretningText``. Times are business time."""

    IS_ABOUT: ClassVar = True

    id: UUID
    dossier_id: DossierId
    child_id: PersonId
    problem_id: UUID | None
    bypass: str
    written_by: PersonId
    written_at: datetime
    reader_id: PersonId | None
    read_by: PersonId | None
    read_at: datetime | None
    sent_by: PersonId | None
    sent_at: datetime | None
    sealed: bytes
    version: int

    @property
    def state(self) -> str:
        """Drafted, read or sent."""
        if self.sent_at is not None:
            return "sent"
        return "drafted" if self.read_at is None else "read"


class UnderretningText(msgspec.Struct, frozen=True):
    """What the writer tells the authority."""

    text: str


FIND = _SQL.rows("find_underretning", UnderretningRow)
OF_DOSSIER = _SQL.rows("underretninger_of_dossier", UnderretningRow)
OF_ACTOR = _SQL.rows("underretninger_of_actor", UnderretningRow)
INSERT = _SQL.command("insert_underretning")
READ = _SQL.command("read_underretning")
SEND = _SQL.command("send_underretning")


async def underretning(tx: ReadTx, underretning_id: UUID) -> UnderretningRow:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=underretning_id)
    if found is None:
        raise not_found()
    return found


async def about(tx: ReadTx, dossier: DossierId) -> list[UnderretningRow]:
    """Those about one child that the actor may see, newest first."""
    return await tx.many(OF_DOSSIER, dossier_id=dossier)


async def all_seen(tx: ReadTx) -> list[UnderretningRow]:
    """Every one that the actor may see, newest first."""
    return await tx.many(OF_ACTOR, limit=MOST)


async def text_of(tx: ReadTx, row: UnderretningRow) -> str:
    """Open what was written."""
    opened = await tx.open_sealed(
        SealLabel.UNDERRETNING, row.dossier_id, row.id, row.sealed, UnderretningText
    )
    return opened.text
