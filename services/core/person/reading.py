"""What may be read about children. The database decides which rows an actor sees; a list is sorted after opening.

Sorting opens every name the actor may see, but only the page that is shown counts as seen: the access event
tells what a person looked at, not what the machine compared.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import Final, Generic, TypeVar
from uuid import UUID

import msgspec

from services.core.calendar.instants import age_on, local_day
from services.core.db.queries import Queries, Query
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import Capacity, DossierId, PersonId, UnitId
from services.core.keys.seal import SealLabel, unseal
from services.core.person import store
from services.core.person.details import HolderDetails, PersonDetails
from services.core.person.protection import protected_now
from services.core.person.rules import danish_key

_SQL = Queries(__file__, "reading.sql")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A piece of a sorted list; ``total`` counts the whole list. The cursor is the last item's id."""

    items: tuple[Item, ...]
    has_next: bool
    total: int


@dataclass(frozen=True, slots=True)
class Child:
    """A child or young person as shown. ``casework_id`` is the newest casework, ``closed_at`` when it ended."""

    id: PersonId
    dossier_id: DossierId
    casework_id: DossierId | None
    closed_at: datetime | None
    unit_id: UnitId | None
    name: str
    born_on: date | None
    language: str
    version: int

    def age(self, day: date) -> int | None:
        """Whole years on a Copenhagen day; None for the unborn."""
        return None if self.born_on is None else age_on(self.born_on, day)


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A child, unopened. Not named ``dossier_id``, since reading the row is not yet seeing the child."""

    id: PersonId
    identity_id: DossierId
    language: str
    sealed: bytes
    version: int
    unit_id: UnitId | None
    casework_id: DossierId | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """Whose casework it is."""

    child_id: PersonId


@dataclass(frozen=True, slots=True)
class HolderNowRow:
    """A custody that is valid now."""

    id: UUID
    holder_id: PersonId
    dossier_id: DossierId
    sealed: bytes
    valid_from: datetime | None
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """A custody holder of now; ``valid_until`` is the end of custody or the 18th birthday, if that is sooner.

    ``protected``: whether the name or address is protected at this moment.
    """

    person_id: PersonId
    name: str
    protected: bool
    valid_from: datetime | None
    valid_until: datetime


MOST_OPENED: Final = 2000
"""A list sorted by sealed names opens every child that may be seen, at about 50 µs each (bench/README.md)."""
_EVERY_ONE: Final = 1_000_000

_VISIBLE = _SQL.rows("visible_children", ChildRow)
_OF_LEADER = _SQL.rows("children_of_leader", ChildRow)
_OF_UNIT = _SQL.rows("visible_children_of_unit", ChildRow)
_BY_ID = _SQL.rows("children_by_id", ChildRow)
_OF_CASEWORK = _SQL.rows("child_of_casework", CaseRow)
_HOLDER_NAMES = _SQL.rows("visible_holders", store.HolderRow)
_HOLDERS = _SQL.rows("holders_of_child", HolderNowRow)


async def children(
    tx: ReadTx,
    *,
    search: str = "",
    unit: UUID | None = None,
    first: int = 25,
    after: UUID | None = None,
    among: Collection[PersonId] | None = None,
    ranks: Mapping[PersonId, tuple[float, ...]] | None = None,
) -> Page[Child]:
    """One page of the children the actor may see, by name in Danish order; of one unit, if one is named.

    ``search`` is compared with the beginnings of their names; ``among`` leaves no others; ``ranks`` come before the
    names, and who has none comes last. INVALID_INPUT when ``after`` is no child of the list;
    LIMIT_EXCEEDED when there are more than ``MOST_OPENED`` to open and sort: a unit narrows it.
    """
    most = MOST_OPENED + 1
    visible = (
        await tx.many(_visible(tx), most=most)
        if unit is None
        else await tx.many(_OF_UNIT, unit_id=unit, most=most)
    )
    if len(visible) > MOST_OPENED:
        raise UserError(
            ErrorCode.LIMIT_EXCEEDED,
            "person.too_many_children",
            params={"allowed": MOST_OPENED},
            field=("unitId",),
        )
    rows = {row.id: row for row in visible}
    names = await _names_of(tx, rows.values())
    wanted = danish_key(search.strip())
    last = (inf, inf)
    found = sorted(
        ((ranks or {}).get(person, last), danish_key(name), person)
        for person, name in names.items()
        if _begins(danish_key(name), wanted) and (among is None or person in among)
    )
    order = [person for _, _, person in found]
    if after is not None and after not in names:
        raise invalid("error.invalid_input", "after")
    begin = 0 if after is None else order.index(PersonId(after)) + 1 if after in order else len(order)
    shown = order[begin : begin + first]
    opened = await _opened(tx, [rows[person] for person in shown], names)
    return Page(tuple(opened), begin + first < len(order), len(order))


async def known_names(tx: ReadTx) -> list[str]:
    """The names of every child the actor may see, for comparing alone: nobody is shown, so nobody counts as seen."""
    rows = await tx.many(_visible(tx), most=_EVERY_ONE)
    return list((await _names_of(tx, rows)).values())


async def children_of(tx: ReadTx, ids: Collection[PersonId]) -> dict[PersonId, Child]:
    """Children by id; one whom the actor may not see is absent."""
    if not ids:
        return {}
    rows = await tx.many(_BY_ID, ids=list(ids))
    return {child.id: child for child in await _opened(tx, rows, await _names_of(tx, rows))}


async def child(tx: ReadTx, child_id: PersonId) -> Child | None:
    """A child, or None for an absent or foreign one alike."""
    return (await children_of(tx, [child_id])).get(child_id)


async def child_of_casework(tx: ReadTx, dossier: DossierId) -> Child | None:
    """The child whose casework this is, if the actor may see it."""
    row = await tx.one(_OF_CASEWORK, dossier_id=dossier)
    return None if row is None else await child(tx, row.child_id)


async def holders(tx: ReadTx, child_id: PersonId) -> list[Holder]:
    """Who holds custody of a child now. A family finds itself alone."""
    found = []
    rows = await tx.many(_HOLDERS, child_id=child_id)
    protected = await protected_now(tx, [row.holder_id for row in rows])
    for row in rows:
        kept = await tx.open_sealed(
            SealLabel.CUSTODY_HOLDER, row.dossier_id, row.id, row.sealed, HolderDetails
        )
        hidden = row.holder_id in protected
        found.append(Holder(row.holder_id, kept.name, hidden, row.valid_from, row.valid_until))
    return found


async def details(tx: ReadTx, ids: Collection[PersonId]) -> dict[PersonId, PersonDetails]:
    """Everything sealed about people whose own row the actor may see; the others are absent.

    A family reads of others no protected address and nothing that gives it away (CPR-loven §28): a child's address
    is that of the parent it lives with.
    """
    rows = await tx.many(store.BY_ID, ids=list(ids)) if ids else []
    await tx.load_keys([row.dossier_id for row in rows])
    today = local_day(tx.now)
    protected = await protected_now(tx, [row.id for row in rows]) if tx.actor.is_family else frozenset()
    found = {}
    for row in rows:
        told = await tx.open_sealed(SealLabel.PERSON, row.dossier_id, row.id, row.sealed, PersonDetails)
        told_of = row.id in protected or told.address_is_protected(today)
        hidden = tx.actor.is_family and row.id != tx.actor.person and told_of
        found[row.id] = msgspec.structs.replace(told, email="", telephone="", address="") if hidden else told
    return found


async def expected_on(tx: ReadTx, child_id: PersonId) -> date | None:
    """The expected day of birth of an unborn child that the actor may see; None where nobody has told it."""
    known = (await details(tx, [child_id])).get(child_id)
    return known.expected_on if known else None


async def family_names(tx: ReadTx, ids: Collection[PersonId]) -> dict[PersonId, str]:
    """Names of children and custody holders, as far as the actor may know them."""
    found = {person: told.name for person, told in (await details(tx, ids)).items()}
    missing = [person for person in ids if person not in found]
    rows = await tx.many(_HOLDER_NAMES, ids=missing) if missing else []
    await tx.load_keys([row.dossier_id for row in rows])
    for row in rows:
        kept = await tx.open_sealed(
            SealLabel.CUSTODY_HOLDER, row.dossier_id, row.id, row.sealed, HolderDetails
        )
        found[row.holder_id] = kept.name
    return found


def _visible(tx: ReadTx) -> Query[ChildRow]:
    return _OF_LEADER if tx.actor.capacity is Capacity.LEADER else _VISIBLE


async def _names_of(tx: ReadTx, rows: Iterable[ChildRow]) -> dict[PersonId, str]:
    sealed = list(rows)
    keys = await tx.keyring.fetch(tx.tenant, [row.identity_id for row in sealed]) if sealed else {}
    # A child whose key is gone is being erased: it is no longer shown.
    return {
        row.id: unseal(
            keys[row.identity_id],
            SealLabel.PERSON,
            tx.tenant,
            row.identity_id,
            row.id,
            row.sealed,
            PersonDetails,
        ).name
        for row in sealed
        if row.identity_id in keys
    }


async def _opened(tx: ReadTx, rows: Collection[ChildRow], names: dict[PersonId, str]) -> list[Child]:
    births = await tx.births([row.id for row in rows])
    tx.touched.update(row.identity_id for row in rows if row.id in names)
    return [
        Child(
            row.id,
            row.identity_id,
            row.casework_id,
            row.closed_at,
            row.unit_id,
            names[row.id],
            births[row.id],
            row.language,
            row.version,
        )
        for row in rows
        if row.id in names
    ]


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or f" {wanted}" in name
