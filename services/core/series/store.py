"""Rows of series and their fixed times. None of them belongs to a dossier: they tell of a place, not of a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.core.db.queries import DueCount, Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import PersonId, UnitId
from services.core.series.rules import types_of
from services.core.tenancy.model import Model
from services.core.unit.store import units

_SQL = Queries(__file__)
MOST: Final = 200
"""So many times to come are listed at the most."""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series. ``type`` is a key of a meeting type or of a kind; ``district`` a key of the model, or empty."""

    id: UUID
    type: str
    unit_id: UnitId
    district: str
    leader_id: PersonId


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One fixed time; business time in UTC."""

    id: UUID
    series_id: UUID
    type: str
    unit_id: UnitId
    starts_at: datetime
    ends_at: datetime
    place: str
    status: str
    reason: str
    version: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A professional who comes each time, in a role of the model."""

    person_id: PersonId
    role: str


@dataclass(frozen=True, slots=True)
class Requests:
    """What stands at a fixed time, as far as the actor may see it: points without names, and named meetings."""

    items: int
    named: int


@dataclass(frozen=True, slots=True)
class ToAskRow:
    """A series of which it is asked whether enough times are fixed; ``short_since``: since when they are not."""

    id: UUID
    type: str
    unit_id: UnitId
    short_since: datetime | None


@dataclass(frozen=True, slots=True)
class LastSlotRow:
    """The last time that is fixed."""

    starts_at: datetime
    ends_at: datetime
    place: str


@dataclass(frozen=True, slots=True)
class ToldRow:
    """How many were told."""

    tell_of_series: int


@dataclass(frozen=True, slots=True)
class Works:
    """Whether somebody works there."""

    works: bool


@dataclass(frozen=True, slots=True)
class Units:
    """Units by id."""

    units: list[UUID]


@dataclass(frozen=True, slots=True)
class Moment:
    """When a time begins."""

    starts_at: datetime


WORKS_AT = _SQL.rows("works_at", Works)
OWN_UNITS = _SQL.rows("own_units", Units)
SERIES_OF_UNIT = _SQL.rows("series_of_unit", SeriesRow)
FIND_SERIES = _SQL.rows("find_series", SeriesRow)
INSERT_SERIES = _SQL.command("insert_series")
INSERT_MEMBER = _SQL.command("insert_member")
MEMBERS = _SQL.rows("members_of_series", MemberRow)
FIND_SLOT = _SQL.rows("find_slot", SlotRow)
INSERT_SLOT = _SQL.command("insert_slot")
CANCEL_SLOT = _SQL.command("cancel_slot")
SLOTS_AHEAD = _SQL.rows("slots_ahead", SlotRow)
DAYS = _SQL.rows("days_of_series", Moment)
TAKE_TO_ASK = _SQL.rows("take_to_ask", ToAskRow)
ASKED = _SQL.command("asked_series")
PUT_OFF = _SQL.command("put_off_series")
COUNT_TO_ASK = _SQL.rows("count_to_ask", DueCount)
TELL = _SQL.rows("tell_leaders", ToldRow)
LAST_SLOT = _SQL.rows("last_slot", LastSlotRow)
REQUESTS = _SQL.rows("requests_for_slot", Requests)


async def works_at(tx: ReadTx, unit: UUID) -> bool:
    """Whether the actor works at a unit now, or leads it in this capacity."""
    row = await tx.one(WORKS_AT, unit_id=unit)
    return bool(row and row.works)


async def own_units(tx: ReadTx) -> frozenset[UUID]:
    """Where the actor works, what stands above it, and what they lead."""
    row = await tx.one(OWN_UNITS)
    return frozenset(row.units if row else ())


async def slot(tx: ReadTx, slot_id: UUID) -> SlotRow:
    """A fixed time; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_SLOT, id=slot_id)
    if found is None:
        raise not_found()
    return found


async def slots_ahead(tx: ReadTx, unit: UUID | None = None, kind: str | None = None) -> list[SlotRow]:
    """The times to come that the actor may see, the next first: of a unit with those above it, or of all.

    ``kind`` is a series key (``rules.series_key``). A unit fixes times for those below it too.
    """
    asked = None if unit is None else list(await _with_those_above(tx, unit))
    return await tx.many(SLOTS_AHEAD, units=asked, type=kind, limit=MOST)


async def requests(tx: ReadTx, model: Model, row: SlotRow) -> Requests:
    """How many points and named meetings stand at a fixed time, as far as the actor may see them."""
    found = await tx.one(
        REQUESTS,
        slot_id=row.id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        types=[meeting.key for meeting in types_of(model, row.type)],
        unit_id=row.unit_id,
    )
    return found or Requests(0, 0)


async def _with_those_above(tx: ReadTx, unit: UUID) -> set[UUID]:
    known, found, at = await units(tx), set[UUID](), UnitId(unit)
    while at in known and at not in found:
        found.add(at)
        above = known[at].parent_id
        if above is None:
            break
        at = above
    return found
