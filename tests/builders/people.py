"""A town: one tenant with a few people, small enough to know by heart.

area ── school ─── leader, teacher; children: child (10, mother and father), sibling (17, mother alone),
   │               neighbour (9, other_mother)
   ├── daycare ── daycare_leader; toddler (2, mother and father)
   ├── health ─── health_visitor (of toddler)
   ├── ppr ────── psychologist
   └── centre ─── adviser (of neighbour)
area ──────────── administrator, dpo, auditor
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from services.core.calendar.instants import birthday, local_day
from services.core.db.tx import WriteTx
from services.core.identity import Capacity, PersonId, UnitId
from services.core.person.details import PersonDetails
from services.core.person.periods import (
    EmploymentRole,
    RelationKind,
    record_custody,
    record_employment,
    record_enrolment,
    record_relation,
)
from services.core.person.service import NewPerson, NewStaff, record_person, record_staff
from services.core.unit.service import record_unit

UNITS: Final = {
    "area": ("centre", "Området"),
    "school": ("school", "Åbrinkens Skole"),
    "daycare": ("day_care", "Børnehuset Ærtehaven"),
    "health": ("health_team", "Sundhedsplejen"),
    "ppr": ("ppr_team", "PPR"),
    "centre": ("centre", "Familiecentret"),
}
STAFF: Final[Mapping[str, tuple[str, str, EmploymentRole, str]]] = {
    # name: unit, profession, role, display name
    "leader": ("school", "school_leader", "leader", "Lis Lederprøve"),
    "teacher": ("school", "class_teacher", "professional", "Klaus Klasseprøve"),
    "daycare_leader": ("daycare", "day_care_leader", "leader", "Dagny Dagprøve"),
    "health_visitor": ("health", "health_visitor", "professional", "Sanne Sundhedsprøve"),
    "psychologist": ("ppr", "psychologist", "professional", "Palle Psykologprøve"),
    "adviser": ("centre", "social_worker", "adviser", "Rita Rådgiverprøve"),
    "administrator": ("area", "", "administrator", "Arne Adminprøve"),
    "dpo": ("area", "", "dpo", "Dorte Databeskytterprøve"),
    "auditor": ("area", "", "auditor", "Regitze Revisorprøve"),
}
ADULTS: Final = {"mother": "Aase Prøve", "father": "Ørn Prøve", "other_mother": "Zenia Naboprøve"}
CHILDREN: Final = {
    # name: display name, age, unit, holders
    "child": ("Asta Prøve", 10, "school", ("mother", "father")),
    "sibling": ("Øjvind Prøve", 17, "school", ("mother",)),
    "neighbour": ("Bo Naboprøve", 9, "school", ("other_mother",)),
    "toddler": ("Aage Prøve", 2, "daycare", ("mother", "father")),
}
RELATIONS: Final[tuple[tuple[str, str, RelationKind], ...]] = (
    ("child", "teacher", "class_teacher"),
    ("toddler", "health_visitor", "health_visitor"),
    ("neighbour", "adviser", "adviser"),
)


@dataclass
class People:
    """Ids by the names above."""

    units: dict[str, UnitId] = field(default_factory=dict)
    ids: dict[str, PersonId] = field(default_factory=dict)

    def capacities(self) -> dict[str, Capacity]:
        """Who can log in, and as what."""
        staff = {name: Capacity(role) for name, (_, _, role, _) in STAFF.items()}
        return staff | dict.fromkeys(ADULTS, Capacity.FAMILY)


async def settle(tx: WriteTx) -> People:
    """Record everyone through the real services."""
    people, long_ago = People(), tx.now - timedelta(days=365)
    for name, (kind, title) in UNITS.items():
        parent = None if name == "area" else people.units["area"]
        people.units[name] = await record_unit(tx, f"unit-{name}", kind, title, parent=parent)
    for name, (unit, profession, role, title) in STAFF.items():
        told = NewStaff(
            source_key=f"staff-{name}", name=title, email=f"{name}@kommune.example", profession=profession
        )
        people.ids[name] = await record_staff(tx, told)
        await record_employment(tx, people.ids[name], people.units[unit], role, long_ago)
    for number, (name, title) in enumerate(ADULTS.items()):
        details = PersonDetails(
            name=title,
            email=f"{name}@familie.example",
            telephone=f"2010200{number}",
            address=f"Prøvevej {number}",
        )
        cpr = f"{61 + number}0180{4000 + number}"
        people.ids[name] = await record_person(
            tx, NewPerson(source_key=name, kind="adult", details=details, cpr=cpr, born_on=date(1980, 1, 1))
        )
    for number, (name, (title, age, unit, holders)) in enumerate(CHILDREN.items()):
        people.ids[name] = await record_person(
            tx,
            NewPerson(
                source_key=name,
                kind="subject",
                details=PersonDetails(name=title),
                born_on=born(tx.now, age),
                cpr=f"{71 + number}0115{5000 + number}",
            ),
        )
        await record_enrolment(tx, people.ids[name], people.units[unit], long_ago)
        for holder in holders:
            await record_custody(tx, people.ids[name], people.ids[holder], long_ago)
    for child, professional, kind in RELATIONS:
        await record_relation(tx, people.ids[child], people.ids[professional], kind, long_ago)
    return people


def born(now: datetime, age: int) -> date:
    """A birth date of someone who became ``age`` a hundred days ago."""
    return birthday(local_day(now) - timedelta(days=100), -age)
