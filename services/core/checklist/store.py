"""Rows of what has been gone through."""

from dataclasses import dataclass
from datetime import datetime

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class TickRow:
    """An item that was done, by whom and when."""

    dossier_id: DossierId
    checklist_key: str
    item_key: str
    ticked_by: PersonId
    ticked_at: datetime


TICKS_OF_DOSSIER = _SQL.rows("ticks_of_dossier", TickRow)
INSERT_TICK = _SQL.command("insert_tick")


async def ticks_of(tx: ReadTx, dossier: DossierId) -> list[TickRow]:
    """What has been gone through, in the order in which it was."""
    return await tx.many(TICKS_OF_DOSSIER, dossier_id=dossier)
