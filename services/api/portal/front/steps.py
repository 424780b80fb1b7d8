"""What a family's first page shows: the one nearest step first, then the rest for each child. Pure.

A step is what happens or what is asked for. Whatever is asked for because of a meeting is one step with it, and several
consents about a child are one step, so that nothing is told twice. Where it is asked when a meeting suits, that question
is the meeting's step until it is answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from services.api.portal.task_links import task_href

Row = Mapping[str, Any]

_AHEAD: Final = ("PLANNED", "AGENDA_SENT")
_SOONER: Final = ("times", "answer", "consent", "agreement", "task", "meeting", "cancelled")
"""What comes first of what is due at the same time."""
_OF_TASKS: Final = _SOONER[:4]
"""Kinds of tasks that have a reason of their own; every other is a ``task``."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``kind`` is one of ``_SOONER``, ``at`` a DateTime, a Date or none.

    ``at`` of a meeting is when it begins, of anything else when it must be done; of an agreement it is a Date, its last
    day. ``meeting``: which it is, or is asked for because of. ``number``: how many are gathered here.
    """

    kind: str
    href: str
    child_id: str | None
    child_name: str | None
    at: str | None
    title: str = ""
    meeting: Row | None = None
    number: int = 1

    @property
    def awaited(self) -> bool:
        """Whether the family must do something, beside coming."""
        return self.kind not in ("meeting", "cancelled")


@dataclass(frozen=True, slots=True)
class OfChild:
    """A child of the family, with what else happens about it."""

    child: Row
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """The page: the next step, then each child with the rest, then what belongs to no child here."""

    next: Step | None
    children: tuple[OfChild, ...]
    others: tuple[Step, ...]


def ahead(
    tasks: Iterable[Row],
    meetings: Iterable[Row],
    children: Iterable[Row],
    agreed: Iterable[tuple[Row, Row]] = (),
) -> Ahead:
    """Put everything in the order in which it comes.

    ``agreed``: children with what was agreed about them. What of it is the viewer's to do stands in its own words and with
    its own day, instead of the task that somebody's waiting for it makes.
    """
    own = [(child, one) for child, one in agreed if one["yours"] and one["status"] == "OPEN"]
    told = {one["meetingId"] for _, one in own}
    of_meetings = {meeting["id"]: meeting for meeting in meetings}
    waiting = [task for task in tasks if task["kind"] != "agreement" or task["meetingId"] not in told]
    about_times = {task["meetingId"] for task in waiting if task["kind"] == "times"}
    coming = [_of_meeting(one) for one in of_meetings.values() if one["id"] not in about_times]
    asked = [task for task in waiting if task["kind"] != "answer" or task["meetingId"] not in of_meetings]
    steps = _in_order([*coming, *_gathered(asked, of_meetings), *(_of_agreement(*one) for one in own)])
    first = next((step for step in steps if step.kind != "cancelled"), None)
    rest = [step for step in steps if step is not first]
    shown = [
        OfChild(child, tuple(step for step in rest if step.child_id == child["id"])) for child in children
    ]
    theirs = {one.child["id"] for one in shown}
    return Ahead(first, tuple(shown), tuple(step for step in rest if step.child_id not in theirs))


def _of_meeting(meeting: Row) -> Step:
    # Nobody is asked whether they come before the time is fixed, nor to what lies after they see the child no more.
    asked = meeting["myAnswer"] == "NONE" and not meeting["preliminary"] and not meeting["sightEndsOn"]
    kind = "answer" if asked else "meeting"
    if meeting["status"] not in _AHEAD:
        kind = "cancelled"
    child = meeting["child"]
    return Step(
        kind,
        f"/meetings/{meeting['id']}",
        child["id"] if child else None,
        child["name"] if child else None,
        meeting["startsAt"],
        meeting["typeName"],
        meeting,
    )


def _of_agreement(child: Row, agreement: Row) -> Step:
    return Step("agreement", "/agreements", child["id"], child["name"], agreement["dueOn"], agreement["what"])


def _gathered(tasks: Iterable[Row], meetings: Mapping[str, Row]) -> list[Step]:
    """Tasks as steps; consents about one child are one, due when the first of them is."""
    found: list[Step] = []
    for task in tasks:
        kind = task["kind"] if task["kind"] in _OF_TASKS else "task"
        step = Step(
            kind,
            task_href(task, "FAMILY"),
            task["childId"],
            task["childName"],
            task["dueAt"],
            task["title"],
            meetings.get(task["meetingId"] or ""),
        )
        same = next((one for one in found if kind == "consent" and _alike(one, step)), None)
        if same is None:
            found.append(step)
        else:
            due = min((at for at in (same.at, step.at) if at), default=None)
            about = same.meeting if same.meeting is step.meeting else None
            found[found.index(same)] = replace(same, number=same.number + 1, at=due, meeting=about)
    return found


def _alike(one: Step, other: Step) -> bool:
    return (one.kind, one.child_id) == (other.kind, other.child_id)


def _in_order(steps: Iterable[Step]) -> list[Step]:
    """By time, what is asked for before what only happens; without a time, before the first that only happens."""
    listed = list(steps)
    dated = sorted((step for step in listed if step.at), key=_place)
    place = next((n for n, step in enumerate(dated) if not step.awaited), len(dated))
    return [*dated[:place], *(step for step in listed if not step.at), *dated[place:]]


def _place(step: Step) -> tuple[str, int, str]:
    return step.at or "", _SOONER.index(step.kind), step.title
