"""What is known of what a part of an import tells of: looked up for all its rows together, then kept up as rows are done.

A check writes nothing of what it plans; whom an earlier row would make new is then ``Pending``, so that a later row may
point at them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, TypeAlias

from services.core.db.tx import WriteTx
from services.core.identity import PersonId, UnitId
from services.core.intake import tables
from services.core.intake.columns import CellError, cpr
from services.core.intake.records import Kind, PersonRecord, Told, key_of, kind_of, points_at
from services.core.intake.store import RunRow
from services.core.intake.tables import FactRow, KeyRow, KnownPersonRow, StaffRow
from services.core.keys.seal import SealError, SealLabel
from services.core.person.details import PersonDetails
from services.core.tenancy.model import Model
from services.core.tenancy.service import current_model
from services.core.unit import store as units
from services.core.unit.store import Unit

CPR: Final = "cpr"
"""What the hash of a CPR number stands under beside those of keys: no number may stand in two rows."""


@dataclass(frozen=True, slots=True)
class Pending:
    """Someone or something that an earlier row of a check would make new; of people ``child`` or ``adult``."""

    planned: str


@dataclass(frozen=True)
class KnownPerson:
    """A person with what is sealed."""

    row: KnownPersonRow
    details: PersonDetails
    born_on: date | None


Found: TypeAlias = PersonId | UnitId | Pending
Key: TypeAlias = tuple[str, bytes]


def hashed(tx: WriteTx, source: str, kind: str, key: Sequence[str]) -> bytes:
    """A source's key as it is kept: a keyed hash, since many systems' key of a person is their CPR number."""
    return tx.keyring.provider.lookup_hash(tx.tenant, "intake", "\x1f".join((source, kind, *key)))


@dataclass
class Known:
    """What is known of the keys, people and places in one part."""

    run: RunRow
    model: Model
    now: datetime
    keys: dict[Key, KeyRow] = field(default_factory=dict)
    seen: dict[Key, tables.SeenRow] = field(default_factory=dict)
    hashes: dict[tuple[Kind, tuple[str, ...]], bytes] = field(default_factory=dict)
    cprs: dict[str, PersonId] = field(default_factory=dict)
    cpr_hashes: dict[str, bytes] = field(default_factory=dict)
    own: dict[tuple[Kind, str], Found] = field(default_factory=dict)
    people: dict[PersonId, KnownPerson] = field(default_factory=dict)
    gone: set[PersonId] = field(default_factory=set)
    made: dict[PersonId, str] = field(default_factory=dict)
    """Who was made by an earlier row, and what they are: ``child``, ``adult`` or ``staff``."""
    staff: dict[PersonId, StaffRow] = field(default_factory=dict)
    units: dict[UnitId, Unit] = field(default_factory=dict)
    facts: dict[PersonId, list[FactRow]] = field(default_factory=dict)

    def key(self, kind: Kind, key: tuple[str, ...]) -> Key:
        """Under what a key stands."""
        return kind.value, self.hashes[kind, key]

    def find(self, kind: Kind, key: str) -> Found | None:
        """Who or what a key of this source is: by the key, by a key of ours that is the same, or by a CPR number."""
        at = self.key(kind, (key,))
        row = self.keys.get(at)
        if row is not None:
            return row.unit_id if kind is Kind.UNIT else row.person_id
        planned = self.seen[at].planned if at in self.seen else ""
        if planned:
            return Pending(planned)
        if (kind, key) in self.own:
            return self.own[kind, key]
        if kind is not Kind.PERSON:
            return None
        number = _number(key)
        if number in self.cprs:
            return self.cprs[number]
        by_number = self.seen.get((CPR, self.cpr_hashes.get(number, b"")))
        return Pending(by_number.planned) if by_number is not None and by_number.planned else None

    def person_kind(self, found: Found) -> str:
        """``child``, ``adult`` or ``staff``."""
        if isinstance(found, Pending):
            return found.planned
        if found in self.made:
            return self.made[PersonId(found)]
        kind = self.people[PersonId(found)].row.kind if found in self.people else ""
        return "child" if kind == "subject" else kind


async def look_up(tx: WriteTx, run: RunRow, part: Sequence[Told]) -> Known:
    """Everything that the rows of a part name, in a few round trips."""
    known = Known(run, (await current_model(tx)).model, tx.now, units=await units.units(tx))
    named = [(kind_of(told.record), key_of(told.record)) for told in part]
    named += [(kind, (key,)) for told in part for _, kind, key in points_at(told.record)]
    known.hashes = {
        (kind, key): hashed(tx, run.source, kind.value, key) for kind, key in dict.fromkeys(named)
    }
    await _look_up_numbers(tx, known, part)
    wanted = [known.key(kind, key) for kind, key in known.hashes]
    wanted += [(CPR, hash_) for hash_ in known.cpr_hashes.values()]
    kinds, keys = [one[0] for one in wanted], [one[1] for one in wanted]
    known.seen = {
        (row.kind, row.key): row
        for row in await tx.many(tables.FIND_SEEN, run_id=run.id, kinds=kinds, keys=keys)
    }
    known.keys = {
        (row.kind, row.key): row
        for row in await tx.many(tables.FIND_KEYS, source=run.source, kinds=kinds, keys=keys)
    }
    await _look_up_own(tx, known)
    people = {row.person_id for row in known.keys.values()} | {row.other_id for row in known.keys.values()}
    people |= {
        PersonId(one)
        for (kind, _), one in known.own.items()
        if kind is not Kind.UNIT and not isinstance(one, Pending)
    }
    await load_people(tx, known, {one for one in people if one is not None} | set(known.cprs.values()))
    known.cprs = {number: person for number, person in known.cprs.items() if person in known.people}
    return known


async def load_people(tx: WriteTx, known: Known, ids: Iterable[PersonId]) -> None:
    """People with what is sealed, what is public of them, and what holds of them now."""
    wanted = list(ids)
    rows = await tx.many(tables.PEOPLE_KNOWN, ids=wanted)
    await tx.load_keys([row.dossier_id for row in rows])
    births = await tx.keyring.births(tx.tenant, wanted)
    for row in rows:
        try:
            details = await tx.open_sealed(
                SealLabel.PERSON, row.dossier_id, row.id, row.sealed, PersonDetails
            )
        except SealError:  # being erased: there is nobody to tell anything of any more
            known.gone.add(row.id)
            continue
        known.people[row.id] = KnownPerson(row, details, births.get(row.id))
    known.staff |= {row.person_id: row for row in await tx.many(tables.STAFF_KNOWN, ids=wanted)}
    known.facts |= {person: [] for person in wanted}
    for fact in await tx.many(tables.FACTS_OF, ids=wanted):
        known.facts[fact.person_id].append(fact)


async def _look_up_numbers(tx: WriteTx, known: Known, part: Sequence[Told]) -> None:
    """Who has the CPR numbers that rows tell, or name somebody by."""
    numbers = {told.record.cpr for told in part if isinstance(told.record, PersonRecord) and told.record.cpr}
    numbers |= {_number(key) for kind, (key, *_) in known.hashes if kind is Kind.PERSON}
    for number in sorted(numbers - {""}):
        known.cpr_hashes[number] = hashed(tx, known.run.source, CPR, (number,))
        holder = await tx.keyring.find_person(tx.tenant, CPR, number)
        if holder is not None:
            known.cprs[number] = holder


async def _look_up_own(tx: WriteTx, known: Known) -> None:
    """Who and what was recorded here under the very same key before any source told of it."""
    unknown = [
        (kind, key[0])
        for kind, key in known.hashes
        if known.key(kind, key) not in known.keys and len(key) == 1
    ]
    keys = [key for kind, key in unknown if kind is not Kind.UNIT]
    for row in await tx.many(tables.PEOPLE_BY_OWN_KEY, keys=keys):
        kind = Kind.STAFF if row.kind == "staff" else Kind.PERSON
        known.own[kind, row.source_key] = row.id
    places = [key for kind, key in unknown if kind is Kind.UNIT]
    for unit in await tx.many(tables.UNITS_BY_OWN_KEY, keys=places):
        known.own[Kind.UNIT, unit.source_key] = unit.id


def _number(key: str) -> str:
    """The CPR number that a key is, or empty."""
    try:
        return cpr(key) or ""
    except CellError:
        return ""
