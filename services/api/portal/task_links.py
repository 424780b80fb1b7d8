"""Where each kind of task is done."""

from collections.abc import Mapping
from typing import Final

_DONE_AT: Final[Mapping[str, str]] = {
    "undelivered": "/undelivered",
    "report": "/reports",
    "handover": "/handovers",
    "consent": "/consents",
}
"""Kinds of tasks that are done on a page of their own."""


def task_href(task: Mapping[str, str | None], capacity: str) -> str:
    """Where a task is done."""
    kind = task["kind"] or ""
    if kind in _DONE_AT:
        return _DONE_AT[kind]
    if kind == "series":
        return f"/series/new?unit={task['unitId']}&type={task['seriesType']}"
    if task["meetingId"]:
        return f"/meetings/{task['meetingId']}"
    if task["childId"] and capacity != "FAMILY":
        return f"/children/{task['childId']}"
    return "/"
