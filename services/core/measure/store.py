"""Rows of measures."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure; ``sealed`` holds ``MeasureDetails``. Days are local ones."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    key: str
    decided_on: date
    decided_by: PersonId
    with_family: bool
    cooperates: bool
    started_on: date | None
    started_by: PersonId | None
    ended_on: date | None
    ended_by: PersonId | None
    sealed: bytes
    version: int
    without_consent_since: datetime | None

    @property
    def state(self) -> str:
        """Decided, running or ended."""
        if self.ended_on is not None:
            return "ended"
        return "decided" if self.started_on is None else "running"


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """Whether the consent stands, and until when the first yes lapses."""

    stands: bool
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ConsentTurnRow:
    """A running measure whose consent has gone, or stands again; ``responsible_id`` started it."""

    id: UUID
    dossier_id: DossierId
    problem_id: UUID | None
    key: str
    responsible_id: PersonId
    stands: bool
    turned: bool


class MeasureDetails(msgspec.Struct, frozen=True):
    """What was decided, in words for the family, and why it ended."""

    what: str
    end_reason: str = ""


FIND = _SQL.rows("find_measure", MeasureRow)
OF_DOSSIER = _SQL.rows("measures_of_dossier", MeasureRow)
CONSENT = _SQL.rows("consent_to_measure", ConsentRow)
INSERT = _SQL.command("insert_measure")
START = _SQL.command("start_measure")
TAKE_TO_LOOK_AT = _SQL.rows("take_to_look_at", ConsentTurnRow)
LOOKED_AT = _SQL.command("looked_at_measure")
PUT_OFF = _SQL.command("put_off_measure")
COUNT_TO_LOOK_AT = _SQL.rows("count_to_look_at", DueCount)
END = _SQL.command("end_measure")


async def measure(tx: ReadTx, measure_id: UUID) -> MeasureRow:
    """A measure; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=measure_id)
    if found is None:
        raise not_found()
    return found


async def measures_of(tx: ReadTx, dossier: DossierId) -> list[MeasureRow]:
    """A casework's measures that the actor may see, the newest first; ``started_on`` says whether one has started."""
    return await tx.many(OF_DOSSIER, dossier_id=dossier)


async def consent_stands(tx: ReadTx, dossier: DossierId, purpose: str) -> bool:
    """Whether everyone asked for this purpose has said yes, and no yes has lapsed or been taken back."""
    row = await tx.one(CONSENT, dossier_id=dossier, purpose=purpose)
    return bool(row and row.stands)


async def details(tx: ReadTx, row: MeasureRow) -> MeasureDetails:
    """Open what was decided."""
    return await tx.open_sealed(SealLabel.MEASURE, row.dossier_id, row.id, row.sealed, MeasureDetails)
