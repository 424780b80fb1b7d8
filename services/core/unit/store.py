"""Rows of units."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import UnitId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class Unit:
    """A place. ``kind`` is a key of the tenant's model (``unit_kinds``); ``parent_id`` the place it belongs to.

    ``district`` is a key of the model's districts; empty where it is that of the place above.
    """

    id: UnitId
    parent_id: UnitId | None
    kind: str
    name: str
    district: str


BY_SOURCE = _SQL.rows("unit_by_source", Unit)
LIST = _SQL.rows("list_units", Unit)
INSERT = _SQL.command("insert_unit")
UPDATE = _SQL.command("update_unit")


def district_of(known: Mapping[UnitId, Unit], unit: UnitId | None) -> str:
    """The district of a place: its own, else that of the nearest place above it that has one; "" where none has."""
    seen: set[UnitId] = set()
    while unit is not None and unit in known and unit not in seen:
        seen.add(unit)
        if known[unit].district:
            return known[unit].district
        unit = known[unit].parent_id
    return ""


async def units(tx: ReadTx) -> dict[UnitId, Unit]:
    """Every unit of the tenant by id, in Danish alphabetical order of their names."""
    return {unit.id: unit for unit in await tx.many(LIST)}
