"""A made-up child with all that a professional sees of it."""

from typing import Any

from tests.portal.sample_around import AROUND
from tests.portal.sample_consents import INFORMED, ON_PAPER, SHARED, consent, standings
from tests.portal.sample_meeting import CHILD, PROBLEM, STAFF, agreement, connection, meeting, reason, share
from tests.portal.sample_model import VERSION
from tests.portal.sample_people import PEOPLE
from tests.portal.sample_work import THREAD, WORK

UNDERRETNING = "u-1"


def notification() -> dict[str, Any]:
    return {
        "key": "underretning",
        "name": "Underretning",
        "to": "Familie- og rådgivningscentret",
        "address": "underretning@eksempel.test",
        "template": "underretning",
        "readBy": "Fremskudt socialrådgiver",
        "next": "Centret vurderer den.",
        "why": reason("Straks, fra ethvert niveau."),
        "readers": [STAFF],
    }


def underretning(state: str = "DRAFTED") -> dict[str, Any]:
    return {
        "id": UNDERRETNING,
        "state": state,
        "childId": CHILD,
        "childName": "Alma Test",
        "text": "Alma fortæller, at hun er bange derhjemme.",
        "writtenAt": "2026-11-20T09:00:00Z",
        "readAt": None if state == "DRAFTED" else "2026-11-20T10:00:00Z",
        "sentAt": "2026-11-20T11:00:00Z" if state == "SENT" else None,
        "writer": STAFF,
        "reader": STAFF,
        "readBy": None if state == "DRAFTED" else STAFF,
        "notification": notification(),
        "steps": [
            {
                "key": key,
                "name": "Vurderet",
                "process": "Børnefaglig undersøgelse" if key == "assess" else None,
                "dueAt": "2026-11-21T11:00:00Z",
                "mayNote": True,
                "state": how,
            }
            for key, how in (("assess", "OPEN"), ("receipt", "MISSED"), ("done", "MET"))
        ]
        if state == "SENT"
        else [],
    }


def child(**more: Any) -> dict[str, Any]:
    return {
        "id": CHILD,
        "name": "Alma Test",
        "age": 11,
        "unit": {"id": "u1", "name": "Møllevangskolen"},
        "levels": [
            {
                "track": "school",
                "trackName": "Skole",
                "level": 3,
                "levelName": "Tværfagligt netværk",
                "highest": 5,
            },
            {"track": "home", "trackName": "Hjem", "level": 1, "levelName": "Forebyggelse", "highest": 5},
        ],
        "tracks": [{"key": "school", "name": "Skole"}, {"key": "home", "name": "Hjem"}],
        "ladder": {
            "today": "2026-11-23",
            "steps": [{"number": number, "name": f"Niveau {number}"} for number in range(1, 6)],
        },
        "problems": [
            {
                "id": PROBLEM,
                "description": "Går hjem efter tredje time.",
                "track": "school",
                "trackName": "Skole",
                "title": "Fravær fra skole",
                "level": 3,
                "levelName": "Tværfagligt netværk",
                "coordinators": THREAD,
                "coordinatorProposed": ["Klasselærer"],
                "coordinatorSupport": [],
                "coordinatorAdvice": [],
                "status": "OPEN",
                "version": 5,
                "openedAt": "2026-10-01T08:00:00Z",
                "closedAt": None,
                "closedBy": None,
                "confirmed": {
                    "familyRelated": True,
                    "facts": [
                        {
                            "key": "violence_concern",
                            "name": "Bekymring for vold eller overgreb",
                            "confirmed": True,
                            "on": "2026-10-30",
                            "by": "Lone Leder",
                            "at": "2026-11-02T08:00:00Z",
                        },
                        {
                            "key": "family_asks",
                            "name": "Familien henvender sig selv",
                            "confirmed": False,
                            "on": None,
                            "by": None,
                            "at": None,
                        },
                    ],
                    "levels": [{"level": 2, "name": "Gruppeniveau", "discussed": True}],
                },
                "moves": [
                    {
                        "at": "2026-10-01T08:00:00Z",
                        "fromLevel": None,
                        "toLevel": 1,
                        "by": "Lis",
                        "reason": None,
                    },
                    {
                        "at": "2026-11-01T08:00:00Z",
                        "fromLevel": 1,
                        "toLevel": 3,
                        "by": None,
                        "reason": "Haster.",
                    },
                ],
                "nextSteps": [
                    {
                        "kind": kind,
                        "level": 4,
                        "type": None,
                        "typeName": "Tværfagligt netværksmøde",
                        "needs": [],
                        "allowed": kind != "NOTIFY",
                        "advised": kind == "CALL_MEETING",
                        "reasons": [reason("Fordi.")],
                    }
                    for kind in ("MOVE", "CALL_MEETING", "NOTIFY")
                ],
            }
        ],
        "pregnancyWeek": None,
        "conversations": [
            {
                "id": "talk-1",
                "version": 1,
                "heldAt": "2026-11-10T09:00:00Z",
                "passedOn": False,
                "text": "Alma vil gerne have flere timer med sin klasselærer.",
                "present": "Klasselærer",
                "heldBy": STAFF,
            }
        ],
        "conversationSummaries": [
            {
                "id": "told-1",
                "writtenAt": "2026-11-11T09:00:00Z",
                "text": "Alma ønsker sig mere tid med sin klasselærer.",
                "writtenBy": STAFF,
            }
        ],
        "ageRights": [
            {
                "key": "party",
                "name": "Part i sagen",
                "fromAge": 10,
                "since": "2025-01-15",
                "why": reason("Fra 10 år."),
            }
        ],
        "followed": {
            "number": 1,
            "currentId": VERSION,
            "currentNumber": 3,
            "isCurrent": False,
            "toBeMoved": True,
        },
        "confirmed": [
            {
                "key": "violence_concern",
                "name": "Bekymring for vold eller overgreb",
                "confirmed": True,
                "on": "2026-10-30",
                "by": "Lone Leder",
                "at": "2026-11-02T08:00:00Z",
            }
        ],
        "deadlines": [
            {
                "id": f"d-{state}",
                "name": "Vurdering af indsatsen",
                "meetingType": "Netværksmøde" if state == "OPEN" else None,
                "by": "Leder",
                "dueAt": "2026-12-01T23:00:00Z",
                "state": state,
                "doneOn": "2026-11-20" if state == "MET" else None,
                "byHand": state != "MET",
                "version": 1,
                "why": reason("Mindst hvert halve år."),
            }
            for state in ("OPEN", "MISSED", "MET")
        ],
        "notifications": [notification()],
        **WORK,
        "actionPlans": [],
        "undelivered": [],
        "asGuest": False,
        "shares": [share(1)],
        **AROUND,
        **PEOPLE,
        "underretninger": [underretning("SENT"), underretning()],
        "meetings": connection(meeting("CONCLUDED")),
        "agreements": connection(agreement(), agreement("DONE")),
        "consents": connection(),
        "consentStandings": standings(consent("GIVEN", **ON_PAPER), consent("ASKED")),
        "shared": SHARED,
        "informed": INFORMED,
        "contactPerson": STAFF,
        "version": 3,
        "closedAt": None,
        "eraseAfter": None,
        **more,
    }


def caseload_line(**more: Any) -> dict[str, Any]:
    """A child in the list of those one works with."""
    return {
        "id": CHILD,
        "name": "Alma Test",
        "age": 11,
        "unitName": "Møllevangskolen",
        "running": True,
        "levels": [{"trackName": "Skole", "level": 3}],
        "meetingId": "m1",
        "meetingName": "Tværfagligt netværksmøde",
        "meetsAt": "2026-12-14T12:30:00Z",
        "dueName": "Dagsordenen sendes",
        "dueBy": "Leder",
        "dueAt": "2026-12-07T23:00:00Z",
        "asked": 1,
        **more,
    }
