"""What waits for a professional, in the order in which it presses: late, today, this week, later, whenever. Pure.

Forty cases are read by what presses, and within that by child: what one child waits for at the same urgency stands in
one row. What others owe the reader is another list: nothing there is theirs to do today but to ask again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from services.api.portal.formats import COPENHAGEN, local, parse_moment
from services.api.portal.language import N_

Row = Mapping[str, Any]
LATE: Final = "late"


@dataclass(frozen=True, slots=True)
class Line:
    """One child's tasks of one urgency, or those of no child; ``due_at`` is the nearest, as GraphQL's DateTime."""

    child_name: str
    due_at: str | None
    tasks: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """An urgency; ``number`` counts its tasks."""

    key: str
    name: str
    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        """How many tasks."""
        return sum(len(line.tasks) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Day:
    """What stands on the page."""

    groups: tuple[Group, ...]
    owed: tuple[Row, ...]
    today: tuple[Row, ...]
    soon: tuple[Row, ...]
    later: tuple[Row, ...]

    @property
    def waiting(self) -> int:
        """How many tasks wait for the reader."""
        return sum(group.number for group in self.groups)


_NAMES: Final = (
    (LATE, N_("Over fristen")),
    ("today", N_("I dag")),
    ("week", N_("De næste syv dage")),
    ("later", N_("Senere")),
    ("whenever", N_("Uden frist")),
)


def day_of(now: str, tasks: Iterable[Row], meetings: Iterable[Row]) -> Day:
    """The page at a moment of business time; tasks and meetings come in the order of their times."""
    moment = parse_moment(now)
    by_urgency: dict[str, list[Row]] = {key: [] for key, _ in _NAMES}
    owed = []
    for task in tasks:
        if task["kind"].startswith("silent_"):
            owed.append(task)
        else:
            by_urgency[urgency(task["dueAt"], moment)].append(task)
    groups = tuple(Group(key, name, _lines(by_urgency[key])) for key, name in _NAMES if by_urgency[key])
    known = [one for one in meetings if one["status"] != "CANCELLED"]
    days = [(local(one["startsAt"]).date() - moment.astimezone(COPENHAGEN).date()).days for one in known]
    return Day(
        groups,
        tuple(owed),
        tuple(one for one, ahead in zip(known, days, strict=True) if ahead <= 0),
        tuple(one for one, ahead in zip(known, days, strict=True) if 0 < ahead <= 14),
        tuple(one for one, ahead in zip(known, days, strict=True) if ahead > 14),
    )


def urgency(due_at: str | None, now: datetime) -> str:
    """How much something presses. ``due_at`` is the first moment that is too late: at midnight it is the day before's."""
    if due_at is None:
        return "whenever"
    due = parse_moment(due_at)
    if due <= now:
        return LATE
    midnight = datetime.combine(
        now.astimezone(COPENHAGEN).date() + timedelta(days=1), time(0), tzinfo=COPENHAGEN
    )
    if due <= midnight:
        return "today"
    return "week" if due <= midnight + timedelta(days=7) else "later"


def _lines(tasks: Iterable[Row]) -> tuple[Line, ...]:
    of_child: dict[str, list[Row]] = {}
    for number, task in enumerate(tasks):
        # What is about no child stands by itself.
        of_child.setdefault(task["childId"] or f"-{number}", []).append(task)
    return tuple(
        Line(
            rows[0]["childName"] or "",
            next((row["dueAt"] for row in rows if row["dueAt"]), None),
            tuple(rows),
        )
        for rows in of_child.values()
    )
