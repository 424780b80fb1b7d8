"""Made-up answers about what did not arrive, and about how it all goes: each state of both."""

from typing import Any, Final

from tests.portal.sample_meeting import STAFF, connection

LOST: Final = "8b8b8b8b-0000-4000-8000-000000000001"
WHY: Final = (
    "Modtagerens postkasse eller telefon tog ikke imod beskeden. Måske er adressen forkert eller lukket."
)


def lost(number: int = 1, **more: Any) -> dict[str, Any]:
    """A message that did not arrive, for who answers for it."""
    return {
        "id": LOST[:-1] + str(number),
        "kind": "invitation",
        "title": "Du er inviteret til et møde",
        "channel": "mail",
        "channelName": "mail",
        "failedAt": "2026-11-20T09:00:00Z",
        "why": WHY,
        "whatToDo": "Spørg, om adressen er rigtig, og få den rettet. Send så igen. Eller fortæl det på en anden måde.",
        "recipientName": "Aase Prøve",
        "childId": "11111111-0000-4000-8000-000000000001",
        "childName": "Asta Prøve",
        "meetingId": "22222222-0000-4000-8000-000000000001",
        **more,
    }


def settled(**more: Any) -> dict[str, Any]:
    """One that somebody settled."""
    return {
        "id": LOST[:-1] + "7",
        "title": "Du er inviteret til et møde",
        "recipientName": "Aase Prøve",
        "childId": "11111111-0000-4000-8000-000000000001",
        "childName": "Asta Prøve",
        "failedAt": "2026-11-19T09:00:00Z",
        "settledAt": "2026-11-20T10:00:00Z",
        "settledBy": {"name": "Lis Leder"},
        "resolution": "told_otherwise",
        "how": "Fortalt på en anden måde",
        "said": "Ringet til mor, der har fået ny adresse.",
        **more,
    }


def in_office(**more: Any) -> dict[str, Any]:
    """The same for who runs the system."""
    return {
        "id": LOST,
        "kind": "invitation",
        "title": "Du er inviteret til et møde",
        "channel": "mail",
        "channelName": "mail",
        "reason": "refused",
        "why": WHY,
        "failedAt": "2026-11-20T09:00:00Z",
        "failure": "refused",
        "stage": "recipient",
        "code": 550,
        "attempts": 1,
        "staff": None,
        **more,
    }


def channel(name: str, **more: Any) -> dict[str, Any]:
    """One way out."""
    return {
        "channel": name,
        "name": name,
        "due": 3,
        "oldestSeconds": 400,
        "late": False,
        "inFlight": 1,
        "dead": 0,
        "sentLastHour": 25,
        **more,
    }


def sweep(kind: str, **more: Any) -> dict[str, Any]:
    """One sweep."""
    return {
        "kind": kind,
        "name": "Sletning",
        "everySeconds": 600,
        "endedAt": "2026-11-20T09:00:00Z",
        "ageSeconds": 40,
        "outcome": "done",
        "handled": 2,
        "failed": 0,
        "late": False,
        **more,
    }


def operation(*findings: str) -> dict[str, Any]:
    """How it goes, with every state of a channel and of a sweep."""
    return {
        "at": "2026-11-20T09:00:40Z",
        "lateAfterSeconds": 900,
        "findings": list(findings),
        "channels": [
            channel("mail", oldestSeconds=90_000, late=True, dead=4),
            channel("sms"),
            channel("inbox", due=0, oldestSeconds=None, inFlight=0),
        ],
        "sweeps": [
            sweep("retention"),
            sweep("audit", ageSeconds=9_000, late=True, outcome="failed", failed=3),
            sweep("keys", endedAt=None, ageSeconds=None, outcome=None, handled=0),
        ],
    }


def undelivered() -> dict[str, Any]:
    """What the root fields answer."""
    return {
        "undelivered": connection(lost(), lost(2, recipientName=None, meetingId=None)),
        "undeliveredSettled": connection(settled(), settled(id=LOST[:-1] + "8", settledBy=None, said=None)),
        "undeliveredCounts": [
            {
                "channel": "mail",
                "channelName": "mail",
                "reason": "refused",
                "why": WHY,
                "number": 700,
                "firstAt": "2026-11-19T09:00:00Z",
                "lastAt": "2026-11-20T09:00:00Z",
            }
        ],
        "undeliveredInOffice": connection(
            in_office(), in_office(id=LOST[:-1] + "2", code=None, staff=STAFF), more=True
        ),
        "operation": operation("messages_late", "dead_letters", "sweep_late", "sweep_failed"),
    }
