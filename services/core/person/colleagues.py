"""What may be read about professionals. Their names and work addresses are ordinary data within the tenant."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import PersonId, UnitId
from services.core.person.reading import Page, family_names

_SQL = Queries(__file__, "colleagues.sql")


@dataclass(frozen=True, slots=True)
class Staff:
    """A professional as others know them."""

    person_id: PersonId
    name: str
    email: str
    phone: str
    profession: str


@dataclass(frozen=True, slots=True)
class Employed:
    """A professional at a unit, and in which role there."""

    person_id: PersonId
    name: str
    email: str
    profession: str
    role: str
    unit_id: UnitId


@dataclass(frozen=True, slots=True)
class Relation:
    """A professional who stands in a relation to a child."""

    person_id: PersonId
    kind: str
    name: str
    profession: str


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A professional who works here no more."""

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class Total:
    """A count."""

    total: int


_BY_ID = _SQL.rows("staff_by_id", Staff)
_SEARCH = _SQL.rows("search_staff", Staff)
_COUNT = _SQL.rows("count_staff", Total)
_OF_UNIT = _SQL.rows("staff_of_unit", Employed)
_LEADERS = _SQL.rows("leaders_of_unit", Employed)
_LEFT = _SQL.rows("who_left", LeftRow)
_RELATIONS = _SQL.rows("relations_of_child", Relation)


async def staff(tx: ReadTx, ids: Collection[PersonId]) -> dict[PersonId, Staff]:
    """Professionals by id, whether still employed or not; the unknown are absent."""
    rows = await tx.many(_BY_ID, ids=list(ids)) if ids else []
    return {row.person_id: row for row in rows}


async def still_here(tx: ReadTx, ids: Collection[PersonId]) -> set[PersonId]:
    """Those of these people who have not left: professionals employed now, and everybody who is none."""
    left = {row.person_id for row in await tx.many(_LEFT, ids=list(ids))} if ids else set()
    return set(ids) - left


async def staff_page(
    tx: ReadTx, *, search: str = "", profession: str = "", first: int = 25, after: UUID | None = None
) -> Page[Staff]:
    """One page of those employed now, by name in Danish order; ``search`` is how one of their names begins."""
    asked = {"search": search.strip(), "profession": profession}
    rows = await tx.many(_SEARCH, **asked, after=after, page=first + 1)
    total = await tx.one(_COUNT, **asked)
    return Page(tuple(rows[:first]), len(rows) > first, total.total if total else 0)


async def staff_of_unit(tx: ReadTx, unit: UnitId) -> list[Employed]:
    """Who works at a unit now; one with two roles stands there twice."""
    return await tx.many(_OF_UNIT, unit_id=unit)


async def leaders(tx: ReadTx, unit: UnitId) -> list[Employed]:
    """The leaders of a unit, or of the nearest unit above that has any."""
    return await tx.many(_LEADERS, unit_id=unit)


async def relations(tx: ReadTx, child: PersonId) -> list[Relation]:
    """Professionals in a standing relation to a child now: class teacher, health visitor and so on."""
    return await tx.many(_RELATIONS, child_id=child)


async def names(tx: ReadTx, ids: Collection[PersonId]) -> dict[PersonId, str]:
    """Names of people by id, as far as the actor may know them; the others are absent.

    Professionals are known to all; children and custody holders through the children the actor sees. A family
    never learns another holder's name here.
    """
    found = {person: one.name for person, one in (await staff(tx, ids)).items()}
    missing = [person for person in ids if person not in found]
    return found | (await family_names(tx, missing) if missing else {})
