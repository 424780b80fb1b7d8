"""What a source can tell: typed records, each with the source's own key and its place.

A field that is None was not told and stays as it is; an empty text was told and clears what stood there. Days are
Danish calendar days; the last day of a period (``last_day``) is still within it.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, Literal, TypeAlias

import msgspec

from services.core.person.periods import EmploymentRole, RelationKind
from services.core.person.protection import Protects


class Kind(StrEnum):
    """What a record is about, in the order in which a system should tell: what others point at comes first."""

    UNIT = "unit"
    STAFF = "staff"
    PERSON = "person"
    EMPLOYMENT = "employment"
    ENROLMENT = "enrolment"
    CUSTODY = "custody"
    RELATION = "relation"
    PROTECTION = "protection"
    DEATH = "death"
    MOVE = "move"


class UnitRecord(msgspec.Struct, frozen=True, kw_only=True, tag="unit"):
    """A place. ``unit_kind`` and ``district`` are keys of the model; ``parent`` is the source's key of the place above."""

    key: str
    name: str | None = None
    unit_kind: str | None = None
    parent: str | None = None
    district: str | None = None


class StaffRecord(msgspec.Struct, frozen=True, kw_only=True, tag="staff"):
    """A professional. ``key`` is the staff id that the municipality's provider logs them in with."""

    key: str
    name: str | None = None
    email: str | None = None
    telephone: str | None = None
    profession: str | None = None


class PersonRecord(msgspec.Struct, frozen=True, kw_only=True, tag="person"):
    """A child or young person, or an adult of a family. ``cpr`` is ten digits."""

    key: str
    person_kind: Literal["child", "adult"] | None = None
    name: str | None = None
    cpr: str | None = None
    born_on: date | None = None
    expected_on: date | None = None
    email: str | None = None
    telephone: str | None = None
    address: str | None = None
    language: str | None = None


class EmploymentRecord(msgspec.Struct, frozen=True, kw_only=True, tag="employment"):
    """A professional's work at a place, in a role."""

    staff: str
    unit: str
    role: EmploymentRole
    first_day: date
    last_day: date | None = None


class EnrolmentRecord(msgspec.Struct, frozen=True, kw_only=True, tag="enrolment"):
    """A child's belonging to a place."""

    child: str
    unit: str
    first_day: date
    last_day: date | None = None


class CustodyRecord(msgspec.Struct, frozen=True, kw_only=True, tag="custody"):
    """Custody of a child: a record for each holder."""

    child: str
    holder: str
    first_day: date
    last_day: date | None = None


class RelationRecord(msgspec.Struct, frozen=True, kw_only=True, tag="relation"):
    """A professional's standing relation to a child, which gives access while it holds."""

    child: str
    staff: str
    relation: RelationKind
    first_day: date
    last_day: date | None = None


class ProtectionRecord(msgspec.Struct, frozen=True, kw_only=True, tag="protection"):
    """A person's name or address is protected. Without a last day for as long as the law gives it."""

    person: str
    protects: Protects
    first_day: date
    last_day: date | None = None


class DeathRecord(msgspec.Struct, frozen=True, kw_only=True, tag="death"):
    """Somebody has died."""

    person: str
    day: date


class MoveRecord(msgspec.Struct, frozen=True, kw_only=True, tag="move"):
    """A child moves out of the municipality on a day. Where to is not taken: nothing is sent there."""

    child: str
    day: date


Fact: TypeAlias = EmploymentRecord | EnrolmentRecord | CustodyRecord | RelationRecord
Departure: TypeAlias = DeathRecord | MoveRecord
Record: TypeAlias = UnitRecord | StaffRecord | PersonRecord | Fact | ProtectionRecord | Departure

TYPES: Final[Mapping[Kind, type[Record]]] = {
    Kind.UNIT: UnitRecord,
    Kind.STAFF: StaffRecord,
    Kind.PERSON: PersonRecord,
    Kind.EMPLOYMENT: EmploymentRecord,
    Kind.ENROLMENT: EnrolmentRecord,
    Kind.CUSTODY: CustodyRecord,
    Kind.RELATION: RelationRecord,
    Kind.PROTECTION: ProtectionRecord,
    Kind.DEATH: DeathRecord,
    Kind.MOVE: MoveRecord,
}


class Told(msgspec.Struct, frozen=True):
    """A record and where it stands: the row of a file (the header is row 1), or its number in what was told."""

    place: int
    record: Record


class Part(msgspec.Struct, frozen=True):
    """Some records in a row, sealed together (``SealLabel.INTAKE_PART``)."""

    told: tuple[Told, ...]


def kind_of(record: Record) -> Kind:
    """What a record is about."""
    return Kind(str(type(record).__struct_config__.tag))


_KEYS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.UNIT: ("key",),
    Kind.STAFF: ("key",),
    Kind.PERSON: ("key",),
    Kind.EMPLOYMENT: ("staff", "unit", "role"),
    Kind.ENROLMENT: ("child", "unit"),
    Kind.CUSTODY: ("child", "holder"),
    Kind.RELATION: ("child", "staff", "relation"),
    Kind.PROTECTION: ("person", "protects"),
    Kind.DEATH: ("person",),
    Kind.MOVE: ("child",),
}
_POINTING: Final[Mapping[str, Kind]] = {
    "parent": Kind.UNIT,
    "unit": Kind.UNIT,
    "staff": Kind.STAFF,
    "child": Kind.PERSON,
    "holder": Kind.PERSON,
    "person": Kind.PERSON,
}
"""Fields that hold the key of something else. Whose a record is comes before where or to whom, as in ``_KEYS``."""


def key_of(record: Record) -> tuple[str, ...]:
    """What a record is recognised by within its source: its key, or of a relation whom it is between."""
    return tuple(getattr(record, name) for name in _KEYS[kind_of(record)])


def points_at(record: Record) -> tuple[tuple[str, Kind, str], ...]:
    """What else a record names: the field, what it is, and its key."""
    names = (*_KEYS[kind_of(record)], *(("parent",) if isinstance(record, UnitRecord) else ()))
    return tuple(
        (name, _POINTING[name], key) for name in names if name in _POINTING and (key := getattr(record, name))
    )
