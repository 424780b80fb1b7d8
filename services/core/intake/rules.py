"""What may be told, and how much may end at once. Pure: records and the model in, what is wrong out."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.core.intake.columns import LONGEST
from services.core.intake.records import (
    CustodyRecord,
    DeathRecord,
    Kind,
    MoveRecord,
    PersonRecord,
    Record,
    StaffRecord,
    UnitRecord,
    key_of,
    kind_of,
)
from services.core.intake.source import RowError
from services.core.tenancy.model import Model

SOURCE: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
"""A source's name: of a system, never of a person."""
FEW: Final = 3
SHARE_PERCENT: Final = 5
"""In a full copy so many of what is known may be gone without anybody being asked: more is more likely half a file."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A field of a record that can't be as it is, and what would be right."""

    field: str
    code: str
    allowed: str = ""


def is_source(name: str) -> bool:
    """Whether this can be the name of a source."""
    return SOURCE.fullmatch(name) is not None


def check(record: Record, model: Model, today: date) -> list[Wrong]:
    """What is wrong with a record by itself, by the model in force, and on a Copenhagen day; nothing, mostly."""
    found = [Wrong("", "missing") for key in key_of(record) if not key]
    found += [Wrong("", "too_long", str(LONGEST)) for key in key_of(record) if len(key) > LONGEST]
    match record:
        case UnitRecord():
            found += _unit(record, model)
        case StaffRecord():
            known = [one.key for one in model.professions]
            if record.profession and record.profession not in known:
                found.append(Wrong("profession", "not_in_model", ", ".join(known)))
        case DeathRecord():
            if record.day > today:
                found.append(Wrong("day", "day_ahead"))
        case PersonRecord() | MoveRecord():
            pass
        case _:
            if record.last_day is not None and record.last_day < record.first_day:
                found.append(Wrong("last_day", "period_turned"))
            if isinstance(record, CustodyRecord) and record.child == record.holder:
                found.append(Wrong("holder", "of_oneself"))
    return found


def _unit(record: UnitRecord, model: Model) -> list[Wrong]:
    kinds, districts = [one.key for one in model.unit_kinds], [one.key for one in model.districts]
    found = []
    if record.unit_kind is not None and record.unit_kind not in kinds:
        found.append(Wrong("unit_kind", "not_in_model", ", ".join(kinds)))
    if record.district and record.district not in districts:
        found.append(
            Wrong("district", "not_in_model", ", ".join(districts))
            if districts
            else Wrong("district", "unused")
        )
    if record.parent == record.key:
        found.append(Wrong("parent", "of_oneself"))
    return found


def lacks(record: Record) -> list[Wrong]:
    """What someone or something new must be told with."""
    wanted: tuple[tuple[str, str | None], ...]
    match record:
        case UnitRecord():
            wanted = (("name", record.name), ("unit_kind", record.unit_kind))
        case StaffRecord():
            wanted = (("name", record.name),)
        case PersonRecord():
            wanted = (("name", record.name), ("person_kind", record.person_kind))
            if record.person_kind == "child" and record.born_on is None and record.expected_on is None:
                # Every right that an age gives hangs on it (trap 1).
                return [Wrong(name, "missing") for name, value in wanted if not value] + [
                    Wrong("born_on", "born_or_expected")
                ]
        case _:
            return []
    return [Wrong(name, "missing") for name, value in wanted if not value]


def may_end(known: int, missing: int, accepted: int) -> bool:
    """Whether so much of what is known may end: few, a small share, or as many as somebody has said yes to."""
    return missing <= max(FEW, known * SHARE_PERCENT // 100) or missing <= accepted


def as_errors(place: int, record: Record, found: list[Wrong]) -> tuple[RowError, ...]:
    """What is wrong, at its row."""
    kind: Kind = kind_of(record)
    return tuple(RowError(place, kind, one.field, one.code, one.allowed, key_of(record)) for one in found)
