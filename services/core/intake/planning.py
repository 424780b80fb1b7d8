"""What a row changes, decided in one place for a check and for the carrying out alike; nothing here writes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import msgspec

from services.core.calendar.instants import local_day
from services.core.identity import PersonId, UnitId
from services.core.intake.known import CPR, Found, Known, Pending
from services.core.intake.planned import MASK, Field, Planned, refused
from services.core.intake.planning_facts import plan_departure, plan_fact, plan_protection
from services.core.intake.records import (
    DeathRecord,
    Kind,
    MoveRecord,
    PersonRecord,
    ProtectionRecord,
    StaffRecord,
    Told,
    UnitRecord,
    key_of,
    kind_of,
    points_at,
)
from services.core.intake.rules import Wrong, as_errors, check, lacks
from services.core.person.details import PersonDetails
from services.core.unit.store import Unit


def plan(told: Told, known: Known) -> Planned:
    """What one row changes. ``known`` is what holds before it."""
    record = told.record
    wrong = check(record, known.model, local_day(known.now))
    kind = kind_of(record)
    seen = known.seen.get(known.key(kind, key_of(record)))
    if seen is not None and seen.place != told.place:
        wrong.append(Wrong("key" if len(key_of(record)) == 1 else "", "row_twice", str(seen.place)))
    pointed = [(name, known.find(at, key)) for name, at, key in points_at(record)]
    wrong += [Wrong(name, "unknown") for name, found in pointed if found is None]
    if wrong:
        return Planned(told, "wrong", wrong=as_errors(told.place, record, wrong))
    found = tuple(one for _, one in pointed if one is not None)
    match record:
        case UnitRecord():
            planned = _unit(told, record, found, known)
        case StaffRecord():
            planned = _staff(told, record, known)
        case PersonRecord():
            planned = _person(told, record, known)
        case ProtectionRecord():
            planned = plan_protection(told, record, found, known)
        case DeathRecord() | MoveRecord():
            planned = plan_departure(told, record, found, known)
        case _:
            planned = plan_fact(told, record, found, known)
    return planned


def _done(
    told: Told, found: Found | None, fields: Sequence[Field], pointed: tuple[Found, ...] = ()
) -> Planned:
    """New where nothing was there, the same where no field differs."""
    if found is None:
        if missing := lacks(told.record):
            return refused(told, missing)
        return Planned(told, "new", tuple(one for one in fields if one.after), pointed=pointed)
    differing = tuple(one for one in fields if one.before != one.after or one.after == MASK)
    return Planned(told, "changed" if differing else "same", differing, found=found, pointed=pointed)


def _unit(told: Told, record: UnitRecord, pointed: tuple[Found, ...], known: Known) -> Planned:
    found = known.find(Kind.UNIT, record.key)
    before = known.units.get(UnitId(found)) if found is not None and not isinstance(found, Pending) else None
    fields = [
        Field("name", before.name if before else "", record.name) if record.name is not None else None,
        Field("unit_kind", before.kind if before else "", record.unit_kind)
        if record.unit_kind is not None
        else None,
        Field("district", before.district if before else "", record.district)
        if record.district is not None
        else None,
    ]
    if record.parent is not None:
        stood = known.units.get(before.parent_id) if before and before.parent_id else None
        same = bool(stood and pointed and stood.id == pointed[0])
        fields.append(Field("parent", record.parent if same else stood.name if stood else "", record.parent))
        if before and pointed and _below(pointed[0], before, known):
            return refused(told, [Wrong("parent", "of_oneself")])
    return _done(told, found, [one for one in fields if one is not None], pointed)


def _below(found: Found, unit: Unit, known: Known) -> bool:
    """Whether what is to stand above a place stands below it."""
    at: UnitId | None = None if isinstance(found, Pending) else UnitId(found)
    walked: set[UnitId] = set()
    while at is not None and at in known.units and at not in walked:
        if at == unit.id:
            return True
        walked.add(at)
        at = known.units[at].parent_id
    return False


def _staff(told: Told, record: StaffRecord, known: Known) -> Planned:
    found = known.find(Kind.STAFF, record.key)
    row = known.staff.get(PersonId(found)) if found is not None and not isinstance(found, Pending) else None
    stood = (
        ("name", row.display_name if row else "", record.name),
        ("email", row.work_email if row else "", record.email),
        ("telephone", row.work_phone if row else "", record.telephone),
        ("profession", row.profession if row else "", record.profession),
    )
    return _done(
        told, found, [Field(name, before, after) for name, before, after in stood if after is not None]
    )


def _person(told: Told, record: PersonRecord, known: Known) -> Planned:
    found = known.find(Kind.PERSON, record.key)
    holder = known.cprs.get(record.cpr) if record.cpr else None
    if found is None and holder is not None:
        found = holder
    if record.cpr is not None:
        twice = known.seen.get((CPR, known.cpr_hashes[record.cpr]))
        if twice is not None and twice.place != told.place:
            return refused(told, [Wrong("cpr", "row_twice", str(twice.place))])
        if holder is not None and holder != found:
            return refused(told, [Wrong("cpr", "cpr_taken")])
    if isinstance(found, Pending):
        # Only its own row makes somebody of this key: then this row is not the first, which was told above.
        return refused(told, [Wrong("key", "row_twice")])
    if found is not None and PersonId(found) in known.gone:
        return refused(told, [Wrong("key", "being_erased")])
    person = known.people.get(PersonId(found)) if found is not None else None
    if person is not None and record.person_kind not in (None, known.person_kind(person.row.id)):
        return refused(told, [Wrong("person_kind", "kind_fixed")])
    before = person.details if person else PersonDetails("")
    details = _merged(before, record)
    names = [name for name in _DETAILS if getattr(before, name) != getattr(details, name)]
    if record.born_on is not None and (person is None or person.born_on != record.born_on):
        names.append("born_on")
    if record.language is not None and (person is None or person.row.language != record.language):
        names.append("language")
    if record.cpr is not None and holder is None:
        names.append("cpr")
    before_all = MASK if person else ""
    return replace(_done(told, found, [Field(name, before_all, MASK) for name in names]), details=details)


_DETAILS: Final = ("name", "email", "telephone", "address", "expected_on")


def _merged(before: PersonDetails, record: PersonRecord) -> PersonDetails:
    """What is held of a person with what was told; what was not told, or what they have said themselves, stays."""
    told = {name: value for name in _DETAILS if (value := getattr(record, name)) is not None}
    return before.keeping_own(msgspec.structs.replace(before, **told))
