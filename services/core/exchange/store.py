"""Rows of exchanges without consent."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId
from services.core.keys.seal import SealLabel

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One exchange on a local day; ``sealed`` holds ``ExchangeDetails``."""

    id: UUID
    dossier_id: DossierId
    exchange_key: str
    special: bool
    told: bool
    exchanged_on: date
    recorded_by: PersonId
    recorded_at: datetime
    sealed: bytes


class ExchangeDetails(msgspec.Struct, frozen=True):
    """With whom, why, and in a special case why once more."""

    with_whom: str
    why: str
    special_reason: str = ""


@dataclass(frozen=True, slots=True)
class UsedRow:
    """How often a basis was used for a child."""

    exchange_key: str
    used: int


EXCHANGES_OF_DOSSIER = _SQL.rows("exchanges_of_dossier", ExchangeRow)
EXCHANGES_OF_CHILD = _SQL.rows("exchanges_of_child", UsedRow)
INSERT_EXCHANGE = _SQL.command("insert_exchange")


async def exchanges_of(tx: ReadTx, dossier: DossierId) -> list[ExchangeRow]:
    """What was exchanged without consent, as far as the actor may see it, newest first."""
    return await tx.many(EXCHANGES_OF_DOSSIER, dossier_id=dossier)


async def used(tx: ReadTx, child: PersonId) -> dict[str, int]:
    """How often each basis was used for a child, as far as the actor may see it."""
    return {row.exchange_key: row.used for row in await tx.many(EXCHANGES_OF_CHILD, child_id=child)}


async def details(tx: ReadTx, row: ExchangeRow) -> ExchangeDetails:
    """Open what was written."""
    return await tx.open_sealed(SealLabel.EXCHANGE, row.dossier_id, row.id, row.sealed, ExchangeDetails)
