"""Rows of a case that goes over to another version of the model; what it means is judged in ``meeting/moving_case``."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__, "moving.sql")


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move. Times in business time."""

    dossier_id: DossierId
    from_version_id: UUID
    to_version_id: UUID
    moved_by: PersonId
    moved_at: datetime


MOVE = _SQL.command("move_casework")
INSERT_MOVE = _SQL.command("insert_casework_move")
MOVES = _SQL.rows("casework_moves", MoveRow)


async def moves_of(tx: ReadTx, dossier_id: DossierId) -> list[MoveRow]:
    """The versions a case has followed, in order."""
    return await tx.many(MOVES, dossier_id=dossier_id)


async def record_move(
    tx: WriteTx,
    dossier_id: DossierId,
    *,
    from_version: UUID,
    to_version: UUID,
    self_access_from: datetime | None,
    expected_version: int,
) -> None:
    """Write a move that was judged; CONFLICT when somebody else changed the case meanwhile."""
    await tx.run_versioned(
        MOVE,
        dossier_id=dossier_id,
        to_version_id=to_version,
        self_access_from=self_access_from,
        expected_version=expected_version,
    )
    await tx.run(
        INSERT_MOVE,
        id=new_id(),
        dossier_id=dossier_id,
        from_version_id=from_version,
        to_version_id=to_version,
    )
