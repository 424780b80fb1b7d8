"""Made-up answers about imports: one that was checked and waits for a yes, in each other state another."""

from typing import Any, Final

from tests.portal.sample_meeting import STAFF, connection

IMPORT: Final = "7a7a7a7a-0000-4000-8000-000000000001"
STATES: Final = ("RECEIVING", "CHECKING", "CHECKED", "HELD", "APPLYING", "DONE", "CANCELLED", "FAILED")


def an_import(state: str = "CHECKED", **more: Any) -> dict[str, Any]:
    """An import in a state."""
    return {
        "id": IMPORT,
        "source": "kmd-elev",
        "kinds": ["PERSON", "CUSTODY"],
        "snapshot": True,
        "state": state,
        "startedAt": "2026-11-20T09:00:00Z",
        "endedAt": "2026-11-20T09:05:00Z" if state in ("DONE", "CANCELLED", "FAILED") else None,
        "rowCount": 400,
        "rowsDone": 120,
        "missing": 3,
        "unreadable": 1,
        "version": 2,
        "startedBy": STAFF,
        "counts": [
            {"checked": checked, "kind": "CUSTODY", "action": action, "number": 12}
            for checked in (True, False)
            for action in ("NEW", "CHANGED", "SAME", "WRONG", "ENDED", "RELEASED")
        ],
        "rowErrors": connection(
            {
                "row": 7,
                "kind": "PERSON",
                "column": "foedt",
                "code": "not_a_date",
                "message": "Skriv en dato som 2015-01-31.",
            },
            {
                "row": 9,
                "kind": "CUSTODY",
                "column": None,
                "code": "twice",
                "message": "Rækken står der to gange.",
            },
            more=True,
        ),
        "changes": connection(
            {
                "row": 3,
                "kind": "UNIT",
                "action": "CHANGED",
                "fields": [{"column": "navn", "before": "Skolen", "after": "Byskolen"}],
            },
            {"row": None, "kind": "CUSTODY", "action": "ENDED", "fields": []},
            more=True,
        ),
        **more,
    }


def imports() -> dict[str, Any]:
    """What the root fields about imports answer."""
    return {
        "intakeColumns": [
            {
                "kind": "UNIT",
                "columns": [{"name": "noegle", "required": True}, {"name": "distrikt", "required": False}],
            },
            {"kind": "PERSON", "columns": [{"name": "noegle", "required": True}]},
        ],
        "intakes": connection(*(an_import(state) for state in STATES), more=True),
        "intake": an_import(),
    }
