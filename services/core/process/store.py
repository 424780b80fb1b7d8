"""Rows of processes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """One process; ``sealed`` holds ``ProcessDetails``. ``known_on`` and ``due_on`` are local days."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    meeting_id: UUID | None
    key: str
    known_on: date
    due_on: date
    begun_by: PersonId
    begun_at: datetime
    family_told: bool
    ended_by: PersonId | None
    ended_at: datetime | None
    sealed: bytes
    version: int


class ProcessDetails(msgspec.Struct, frozen=True):
    """What is written about it: why it began, what it has thrown light on (the model's words), and what it found.

    ``preliminary`` is the preliminary assessment that is made when the deadline is not kept.
    """

    reason: str = ""
    covered: tuple[str, ...] = ()
    findings: str = ""
    preliminary: str = ""


FIND = _SQL.rows("find_process", ProcessRow)
OF_DOSSIER = _SQL.rows("processes_of_dossier", ProcessRow)
INSERT = _SQL.command("insert_process")
RECORD = _SQL.command("record_process")
CONCLUDE = _SQL.command("conclude_process")


async def process(tx: ReadTx, process_id: UUID) -> ProcessRow:
    """A process; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=process_id)
    if found is None:
        raise not_found()
    return found


async def processes_of(tx: ReadTx, dossier: DossierId) -> list[ProcessRow]:
    """A casework's processes that the actor may see, the newest first."""
    return await tx.many(OF_DOSSIER, dossier_id=dossier)


async def details(tx: ReadTx, row: ProcessRow) -> ProcessDetails:
    """Open what is written about it."""
    return await tx.open_sealed(SealLabel.PROCESS, row.dossier_id, row.id, row.sealed, ProcessDetails)
