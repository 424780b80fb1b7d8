"""Who asks about whom across the wall between two towns.

Seen from another town, people of one capacity are alike: none of them has anything to do with the family, and
what they are in their own town is a row of their own town. So they share the other town's families out among
them. Every capacity still asks about every family, and every person about one at least. Nor does the wall between
towns know what state a row is in: whoever asks across it asks about one row of each kind and family, another one with
each operation, so that all of them together ask about all.
"""

import zlib
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from services.core.identity import Capacity
from tests.builders.people import ADULTS, STAFF
from tests.isolation.asking import Who
from tests.isolation.rows import Family
from tests.isolation.village import FAMILIES, NEWCOMERS

_Row = TypeVar("_Row")
CAPACITIES: Final[Mapping[str, Capacity]] = {
    **{name: Capacity(role) for name, (_, _, role, _) in STAFF.items()},
    **dict.fromkeys(ADULTS, Capacity.FAMILY),
    **NEWCOMERS,
}


def asks_about(who: Who, family: Family) -> bool:
    """Whether this person is one who asks about this family: always in their own town, and nobody asks about all."""
    if who.town == family.town or not who.name:
        return True
    alike = sorted(name for name, capacity in CAPACITIES.items() if capacity is CAPACITIES[who.name])
    shares = min(len(alike), len(FAMILIES))
    return list(FAMILIES).index(family.name) % shares == alike.index(who.name) % shares


def asked_of(who: Who, family: Family, what: str, rows: Sequence[_Row]) -> Sequence[_Row]:
    """Those of a family's rows that this person asks about: all in their own town, and nobody too; else one of them."""
    if who.town == family.town or not who.name:
        return rows
    return one_of(who, family, what, rows)


def one_of(who: Who, family: Family, what: str, rows: Sequence[_Row]) -> Sequence[_Row]:
    """One of a family's rows, another one for each asker and each ``what``; none of none."""
    return [rows[zlib.crc32(f"{who} {family.name} {what}".encode()) % len(rows)]] if rows else []
