"""What a row about a relation changes: a period between two, a protection, a death, a move."""

from datetime import date, datetime, time, timedelta

from services.core.calendar.instants import end_of_day, local_day, local_instant
from services.core.identity import PersonId
from services.core.intake.known import Found, Known, Pending
from services.core.intake.planned import MASK, Field, Planned, refused
from services.core.intake.records import (
    CustodyRecord,
    Departure,
    EmploymentRecord,
    EnrolmentRecord,
    Fact,
    MoveRecord,
    ProtectionRecord,
    RelationRecord,
    Told,
    kind_of,
)
from services.core.intake.rules import Wrong
from services.core.intake.tables import FactRow
from services.core.person.family_circle import protection_ends


def period_of(record: Fact) -> tuple[datetime, datetime | None]:
    """A relation's period: from midnight of its first day to midnight after its last."""
    last = record.last_day
    return _midnight(record.first_day), None if last is None else _midnight(last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return local_instant(day, time(0))


def plan_fact(told: Told, record: Fact, pointed: tuple[Found, ...], known: Known) -> Planned:
    """A period between two: the one told corrects what is held true and overlaps it."""
    if wrong := _people_fit(record, pointed, known):
        return refused(told, wrong)
    since, until = period_of(record)
    standing = [one for one in facts_between(record, pointed, known) if overlaps(one, since, until)]
    if [(one.since, one.until) for one in standing] == [(since, until)]:
        return Planned(told, "same", pointed=pointed)
    if known.run.started_by in pointed:
        return refused(told, [Wrong("staff", "own_office")])
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


def plan_protection(
    told: Told, record: ProtectionRecord, pointed: tuple[Found, ...], known: Known
) -> Planned:
    """A protection, by the law's period where no last day was told."""
    last = record.last_day or protection_ends(record.first_day)
    since, until = _midnight(record.first_day), end_of_day(last)
    standing = [one for one in _of_person(record, pointed, known) if one.role == record.protects]
    standing = [one for one in standing if overlaps(one, since, until)]
    if [(one.since, one.until) for one in standing] == [(since, until)]:
        return Planned(told, "same", pointed=pointed)
    fields = tuple(Field(name, MASK, MASK) for name in ("protects", "first_day", "last_day"))
    return Planned(told, "changed" if standing else "new", fields, pointed=pointed)


def plan_departure(told: Told, record: Departure, pointed: tuple[Found, ...], known: Known) -> Planned:
    """A death or a move: known with another day it is taken back by people, not by a file."""
    if isinstance(record, MoveRecord) and known.person_kind(pointed[0]) != "child":
        return refused(told, [Wrong("child", "no_child")])
    standing = _of_person(record, pointed, known)
    if not standing:
        return Planned(told, "new", (Field("day", MASK, MASK),), pointed=pointed)
    if local_day(standing[0].since) != record.day:
        return refused(told, [Wrong("day", "departure_known")])
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
