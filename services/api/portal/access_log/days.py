"""Looks at a child's data as people read them: by day, then by who looked. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from services.api.portal.formats import local

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Looked:
    """What one person did with a child's data on one day: the moments of looking and of changing, newest first."""

    actor: str
    capacity: str
    looked: list[str]
    changed: list[str]


def log_days(rows: Iterable[Row]) -> list[tuple[str, list[Looked]]]:
    """Looks at a child's data, newest first, by Danish day and then by person: the newest of them first."""
    days: dict[str, dict[tuple[str, str], Looked]] = {}
    for row in rows:
        day = days.setdefault(local(row["at"]).date().isoformat(), {})
        who = (str(row["actor"]), str(row["capacity"]))
        line = day.setdefault(who, Looked(*who, [], []))
        (line.changed if row["changed"] else line.looked).append(row["at"])
    return [(day, list(lines.values())) for day, lines in days.items()]
