"""Made-up answers about what families ask for: one of each state."""

from typing import Any

from tests.portal.sample_meeting import connection

REQUEST = "r-1"


def request(state: str, kind: str = "ACCESS", *, child: str, own: bool = False) -> dict[str, Any]:
    """A request in a state."""
    settled = state in ("ANSWERED", "REFUSED")
    return {
        "id": REQUEST,
        "version": 2,
        "kind": kind,
        "state": state,
        "askedAt": "2026-11-02T09:00:00Z",
        "dueAt": "2026-12-02T23:00:00Z",
        "answeredAt": "2026-11-12T09:00:00Z" if settled else None,
        "late": False,
        "own": own,
        "subjectId": child,
        "subject": "Asta Eksempel",
        "asker": "Mia Mor",
        "words": "Mit telefonnummer er forkert." if kind == "RECTIFICATION" else "",
        "reason": "Der er meget at læse igennem." if state == "EXTENDED" else "",
        "answer": "Her er det, vi har." if settled else "",
        "readAt": "2026-11-22T09:00:00Z",
    }


def access_requests(capacity: str, child: str) -> dict[str, Any]:
    """What these pages ask for."""
    every = [
        request("ASKED", "RECTIFICATION", child=child),
        request("EXTENDED", child=child) | {"id": "r-2", "late": True},
        request("REFUSED", child=child, own=True) | {"id": "r-3"},
        request("ANSWERED", child=child) | {"id": REQUEST},
    ]
    return {
        "accessRequest": every[0 if capacity == "DPO" else -1],
        "accessRequests": connection(*every, more=True),
    }
