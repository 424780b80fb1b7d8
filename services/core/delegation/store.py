"""Rows of delegations."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId
from services.core.person.colleagues import Staff

_SQL = Queries(__file__)
MOST: Final = 500
"""So many are listed at the most."""


@dataclass(frozen=True, slots=True)
class DelegationRow:
    """Who acts for whom, for one child (None: for all), from and until when in business time."""

    id: UUID
    absent_id: PersonId
    delegate_id: PersonId
    child_id: PersonId | None
    valid_from: datetime
    valid_until: datetime
    made_by: PersonId
    ended_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class MayRow:
    """Whether one may act for the other."""

    may: bool


@dataclass(frozen=True, slots=True)
class AbsentRow:
    """For whom the actor acts."""

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class OwnRow:
    """The actor's own identity dossier; named ``id``, since nobody's child is seen by it."""

    id: DossierId


INSERT = _SQL.command("insert_delegation")
MAY_STAND_IN = _SQL.rows("may_stand_in", MayRow)
FIND = _SQL.rows("find_delegation", DelegationRow)
ALL = _SQL.rows("delegations", DelegationRow)
END = _SQL.command("end_delegation")
ACTED_FOR = _SQL.rows("acted_for", AbsentRow)
MAY_ACT = _SQL.rows("colleagues_who_may", Staff)
LED = _SQL.rows("led_colleagues", Staff)
OWN = _SQL.rows("own_dossier", OwnRow)


async def delegation(tx: ReadTx, delegation_id: UUID) -> DelegationRow:
    """One of them; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND, id=delegation_id)
    if found is None:
        raise not_found()
    return found


async def delegations(tx: ReadTx) -> list[DelegationRow]:
    """Those that hold now or are to come and that the actor may see, in order of their beginning."""
    return await tx.many(ALL, most=MOST)


async def may_act_for(tx: ReadTx, absent: PersonId) -> list[Staff]:
    """Colleagues who may act for somebody."""
    return await tx.many(MAY_ACT, absent=absent, most=MOST)


async def led(tx: ReadTx) -> list[Staff]:
    """Whom the actor leads."""
    return await tx.many(LED, most=MOST)


async def acting_for(tx: ReadTx, dossier: UUID) -> frozenset[PersonId]:
    """The actor, and those who are away and for whom the actor acts in this dossier."""
    rows = await tx.many(ACTED_FOR, dossier=dossier)
    return frozenset({tx.actor.known_person, *(row.person_id for row in rows)})
