"""What a row changes, decided in one place for a check and for the carrying out alike; nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, TypeAlias

import msgspec

from services.core.calendar.instants import end_of_day, local_day, local_instant
from services.core.identity import PersonId, UnitId
from services.core.intake.known import CPR, Found, Known, Pending
from services.core.intake.records import (
    CustodyRecord,
    DeathRecord,
    Departure,
    EmploymentRecord,
    EnrolmentRecord,
    Fact,
    Kind,
    MoveRecord,
    PersonRecord,
    ProtectionRecord,
    Record,
    RelationRecord,
    StaffRecord,
    Told,
    UnitRecord,
    key_of,
    kind_of,
    points_at,
)
from services.core.intake.rules import Wrong, as_errors, check, lacks
from services.core.intake.source import RowError
from services.core.intake.tables import FactRow
from services.core.person.details import PersonDetails
from services.core.person.family_circle import protection_ends
from services.core.unit.store import Unit

Action: TypeAlias = Literal["new", "changed", "same", "wrong"]
MASK: Final = "•••"
"""What stands for what is about a child or one of a family: an administrator sees that it changes and not to what."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a change, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be done with a row. ``found``: whom or what its own key names, ``pointed``: what its fields name."""

    told: Told
    action: Action
    fields: tuple[Field, ...] = ()
    wrong: tuple[RowError, ...] = ()
    found: Found | None = None
    pointed: tuple[Found, ...] = ()
    details: PersonDetails | None = None

    @property
    def place(self) -> int:
        """Where the row stands."""
        return self.told.place

    @property
    def record(self) -> Record:
        """What was told."""
        return self.told.record

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Whom here it concerns."""
        return tuple(
            PersonId(one)
            for one in (self.found, *self.pointed)
            if one is not None and not isinstance(one, Pending)
        )

    @property
    def makes(self) -> str:
        """What a later row may point at: what of people they are, of other things that there is one."""
        if isinstance(self.record, PersonRecord):
            return self.record.person_kind or ""
        return kind_of(self.record).value


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
            planned = _protection(told, record, found, known)
        case DeathRecord() | MoveRecord():
            planned = _departure(told, record, found, known)
        case _:
            planned = _fact(told, record, found, known)
    return planned


def _refused(told: Told, wrong: Sequence[Wrong]) -> Planned:
    return Planned(told, "wrong", wrong=as_errors(told.place, told.record, list(wrong)))


def _done(
    told: Told, found: Found | None, fields: Sequence[Field], pointed: tuple[Found, ...] = ()
) -> Planned:
    """New where nothing was there, the same where no field differs."""
    if found is None:
        if missing := lacks(told.record):
            return _refused(told, missing)
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
            return _refused(told, [Wrong("parent", "of_oneself")])
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
            return _refused(told, [Wrong("cpr", "row_twice", str(twice.place))])
        if holder is not None and holder != found:
            return _refused(told, [Wrong("cpr", "cpr_taken")])
    if isinstance(found, Pending):
        # Only its own row makes somebody of this key: then this row is not the first, which was told above.
        return _refused(told, [Wrong("key", "row_twice")])
    if found is not None and PersonId(found) in known.gone:
        return _refused(told, [Wrong("key", "being_erased")])
    person = known.people.get(PersonId(found)) if found is not None else None
    if person is not None and record.person_kind not in (None, known.person_kind(person.row.id)):
        return _refused(told, [Wrong("person_kind", "kind_fixed")])
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
    """What is held of a person with what was told; what was not told stays."""
    told = {name: value for name in _DETAILS if (value := getattr(record, name)) is not None}
    return msgspec.structs.replace(before, **told)


def period_of(record: Fact) -> tuple[datetime, datetime | None]:
    """A relation's period: from midnight of its first day to midnight after its last."""
    last = record.last_day
    return _midnight(record.first_day), None if last is None else _midnight(last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return local_instant(day, time(0))


def _fact(told: Told, record: Fact, pointed: tuple[Found, ...], known: Known) -> Planned:
    if wrong := _people_fit(record, pointed, known):
        return _refused(told, wrong)
    since, until = period_of(record)
    standing = [one for one in facts_between(record, pointed, known) if overlaps(one, since, until)]
    if [(one.since, one.until) for one in standing] == [(since, until)]:
        return Planned(told, "same", pointed=pointed)
    shown = isinstance(record, EmploymentRecord)
    before = standing[0] if standing else None
    fields = [
        Field(
            "first_day",
            _said(local_day(before.since) if before else None, shown),
            _said(record.first_day, shown),
        ),
        Field("last_day", _said(_last(before), shown), _said(record.last_day, shown)),
    ]
    if isinstance(record, EmploymentRecord):
        fields.insert(0, Field("role", record.role if before else "", record.role))
    # Masked, both sides look alike: which of the two days moved is seen from the row itself.
    fields = [one for one in fields if one.before != one.after or (one.after == MASK and before)]
    return Planned(told, "changed" if standing else "new", tuple(fields), pointed=pointed)


def _protection(told: Told, record: ProtectionRecord, pointed: tuple[Found, ...], known: Known) -> Planned:
    last = record.last_day or protection_ends(record.first_day)
    since, until = _midnight(record.first_day), end_of_day(last)
    standing = [one for one in _of_person(record, pointed, known) if one.role == record.protects]
    standing = [one for one in standing if overlaps(one, since, until)]
    if [(one.since, one.until) for one in standing] == [(since, until)]:
        return Planned(told, "same", pointed=pointed)
    fields = tuple(Field(name, MASK, MASK) for name in ("protects", "first_day", "last_day"))
    return Planned(told, "changed" if standing else "new", fields, pointed=pointed)


def _departure(told: Told, record: Departure, pointed: tuple[Found, ...], known: Known) -> Planned:
    if isinstance(record, MoveRecord) and known.person_kind(pointed[0]) != "child":
        return _refused(told, [Wrong("child", "no_child")])
    standing = _of_person(record, pointed, known)
    if not standing:
        return Planned(told, "new", (Field("day", MASK, MASK),), pointed=pointed)
    if local_day(standing[0].since) != record.day:
        return _refused(told, [Wrong("day", "departure_known")])
    return Planned(told, "same", pointed=pointed)


def _of_person(
    record: ProtectionRecord | Departure, pointed: tuple[Found, ...], known: Known
) -> list[FactRow]:
    """What is held true now of one person, of the same kind."""
    if isinstance(pointed[0], Pending):
        return []
    facts = known.facts.get(PersonId(pointed[0]), ())
    return [one for one in facts if one.kind == kind_of(record).value]


def _people_fit(record: Fact, pointed: tuple[Found, ...], known: Known) -> list[Wrong]:
    """A child is a child and a holder an adult; nobody else's custody is anybody's."""
    wrong = []
    if not isinstance(record, EmploymentRecord) and known.person_kind(pointed[0]) != "child":
        wrong.append(Wrong("child", "no_child"))
    if isinstance(record, CustodyRecord) and known.person_kind(pointed[1]) != "adult":
        wrong.append(Wrong("holder", "no_adult"))
    return wrong


def facts_between(record: Fact, pointed: tuple[Found, ...], known: Known) -> list[FactRow]:
    """What is held true now between the same two, of the same kind and role."""
    first, second = pointed
    if isinstance(first, Pending) or isinstance(second, Pending):
        return []
    role = _role(record)
    at_unit = isinstance(record, EmploymentRecord | EnrolmentRecord)
    return [
        one
        for one in known.facts.get(PersonId(first), ())
        if one.kind == kind_of(record).value
        and one.role == role
        and (one.unit_id if at_unit else one.other_id) == second
    ]


def _role(record: Fact) -> str:
    match record:
        case EmploymentRecord():
            return record.role
        case RelationRecord():
            return record.relation
        case _:
            return ""


def overlaps(fact: FactRow, since: datetime, until: datetime | None) -> bool:
    """Whether a period that is held true has a moment in common with another."""
    return (until is None or fact.since < until) and (fact.until is None or since < fact.until)


def _said(day: date | None, shown: bool) -> str:
    """A day as an administrator reads it."""
    if day is None:
        return ""
    return day.isoformat() if shown else MASK


def _last(fact: FactRow | None) -> date | None:
    return local_day(fact.until - datetime.resolution) if fact and fact.until else None
