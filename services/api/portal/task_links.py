"""Where each kind of task is done."""

from collections.abc import Mapping
from typing import Final

_DONE_AT: Final[Mapping[str, str]] = {
    "undelivered": "/undelivered",
    "report": "/reports",
    "access_request": "/access-requests",
    "emergency": "/emergencies",
    "handover": "/handovers",
    "consent": "/consents",
}
"""Kinds of tasks that are done on a page of their own."""

_FINDING: Final[Mapping[str, str]] = {
    "times": "times",
    "fix_time": "find-a-time",
    "silent_times": "find-a-time",
}
"""Kinds of tasks that are done where a meeting's time is found."""

_PARTS: Final[Mapping[str, str]] = {
    "hold": "#held",
    "conclude": "#outcome",
    "answer": "#your-answer",
    "suggestion": "#wishes",
    "silent_suggestion": "#wishes",
    "silent_invitation": "#who",
    "agreement": "#agreements",
    "silent_agreement": "#agreements",
    "send_agenda": "#agenda",
}
"""The part of a meeting's page where a kind of task, or a deadline's deed, is done."""


def task_href(task: Mapping[str, str | None], capacity: str) -> str:
    """Where a task is done."""
    kind = task["kind"] or ""
    done_at = {**_DONE_AT, "agreement": "/agreements"} if capacity == "FAMILY" else _DONE_AT
    if kind in done_at:
        return done_at[kind]
    if kind == "series":
        return f"/series/new?unit={task['unitId']}&type={task['seriesType']}"
    if kind in _FINDING:
        return f"/meetings/{task['meetingId']}/{_FINDING[kind]}"
    if task["meetingId"]:
        part = _PARTS.get(kind) or _PARTS.get(task.get("deed") or "", "")
        return f"/meetings/{task['meetingId']}{part if capacity != 'FAMILY' else ''}"
    if task["childId"] and capacity != "FAMILY":
        return f"/children/{task['childId']}"
    return "/"
