"""What forms let a person choose from, made from what GraphQL answered."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

Row = Mapping[str, Any]
Pairs = list[tuple[str, str]]
Choices = list[tuple[str, str, str]]

COUNTED_ON: Final = frozenset({"ALWAYS", "AS_A_RULE", "AS_FAR_AS_POSSIBLE", "CONDITIONAL"})
"""The strengths with which the model expects a participant; leaving one out takes a reason."""


def staff(rows: Iterable[Row]) -> Pairs:
    """Colleagues."""
    return [(row["id"], _with(row["name"], row["profession"])) for row in rows]


def tracks(levels: Iterable[Row]) -> Pairs:
    """The tracks a problem can stand in."""
    return [(track["track"], track["trackName"]) for track in levels]


def levels(steps: Iterable[Row]) -> Pairs:
    """The levels a problem may be moved to."""
    return [(str(step["level"]), str(step["level"])) for step in steps]


def participants(rows: Iterable[Row]) -> Choices:
    """The participants of a meeting, to tick."""
    return [(row["id"], _with(row["name"] or "", row["roleName"]), "") for row in rows]


def participant_pairs(rows: Iterable[Row]) -> Pairs:
    """The participants of a meeting, to choose one."""
    return [(row["id"], _with(row["name"] or "", row["roleName"])) for row in rows]


def coming(rows: Iterable[Row]) -> list[str]:
    """The ids of those who said that they come: ticked from the start."""
    return [row["id"] for row in rows if row["answer"] == "COMING"]


def form_values(field: Row) -> Pairs:
    """What a choice or a scale of a meeting's form can be."""
    return [(option["value"], option["label"]) for option in field["options"] or ()]


def outcomes(rows: Iterable[Row]) -> Choices:
    """The outcomes that are possible, each with its reasons beside it."""
    return [(row["key"], row["text"], " ".join(r["text"] for r in row["reasons"])) for row in rows]


def _with(name: str, more: str | None) -> str:
    if not name:
        return more or ""
    return f"{name} ({more})" if more else name


def meeting_types(rows: Iterable[Row]) -> Choices:
    """The meetings that may be called now, each with its reasons."""
    return [(row["type"], row["typeName"], " ".join(r["text"] for r in row["reasons"])) for row in rows]


def problems(rows: Iterable[Row]) -> Pairs:
    """A child's open problems."""
    return [(row["id"], row["title"]) for row in rows if row["status"] == "OPEN"]


def only_problem(rows: Iterable[Row]) -> str:
    """The open problem, where there is just one."""
    found = problems(rows)
    return found[0][0] if len(found) == 1 else ""


def planned(rows: Iterable[Row]) -> Choices:
    """The participants a plan proposes, numbered from 1, each with the reason why."""
    return [
        (str(number), _with(row["name"] or "", row["roleName"]), row["why"]["text"] if row["why"] else "")
        for number, row in enumerate(rows, start=1)
        if row["personId"]
    ]


def planned_chosen(rows: Iterable[Row]) -> list[str]:
    """Those who are ticked from the start: all whom the model counts on."""
    return [
        str(number)
        for number, row in enumerate(rows, start=1)
        if row["personId"] and row["strength"] in COUNTED_ON
    ]


def open_roles(rows: Iterable[Row]) -> list[tuple[int, Row]]:
    """The roles of a plan that nobody fills yet, with their numbers."""
    return [(number, row) for number, row in enumerate(rows, start=1) if not row["personId"]]
