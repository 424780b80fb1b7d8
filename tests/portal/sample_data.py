"""Made-up answers of every root field, in states that take weeks to reach in a real case."""

from typing import Any

CHILD, MEETING, PROBLEM = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))


def connection(*rows: dict[str, Any], more: bool = False) -> dict[str, Any]:
    return {
        "edges": [{"node": row, "cursor": "c"} for row in rows],
        "pageInfo": {"hasNextPage": more, "endCursor": "c" if more else None},
    }


def reason(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "rule": "RA-11", "legalBasis": None, "strength": "ALWAYS", **more}


STAFF = {"id": "s1", "name": "Lone Leder", "profession": "leder", "phone": "89 15 15 15", "email": None}


def participant(
    number: int, name: str | None, role: str, answer: str = "NONE", **more: Any
) -> dict[str, Any]:
    return {
        "id": f"p{number}",
        "name": name,
        "role": role.lower(),
        "roleName": role,
        "strength": "ALWAYS",
        "why": reason(f"{role} skal altid være med."),
        "external": False,
        "answer": answer,
        "answeredAt": None,
        "note": None,
        "leftOutReason": None,
        "viewerIs": number == 2,
        **more,
    }


def form_field(key: str, kind: str, **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "label": f"Felt {key}",
        "help": None,
        "kind": kind,
        "required": True,
        "value": None,
        "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}],
        "visibleToFamily": key == "aims",
        **more,
    }


def meeting(status: str = "PLANNED", **more: Any) -> dict[str, Any]:
    return {
        "id": MEETING,
        "version": 4,
        "type": "network_meeting",
        "typeName": "Tværfagligt netværksmøde",
        "status": status,
        "startsAt": "2026-12-14T12:30:00Z",
        "endsAt": "2026-12-14T13:30:00Z",
        "place": "Møllevangskolen, lokale 12",
        "purpose": ["Vi ser på, hvordan det går i skolen."],
        "level": 3,
        "child": {"id": CHILD, "name": "Alma Test"},
        "problem": {"title": "Fravær fra skole"},
        "convener": STAFF,
        "chair": None,
        "contact": STAFF,
        "why": [reason("Barnet er på niveau 3. Der holder vi dette møde.")],
        "participants": [
            participant(1, "Lone Leder", "Leder", "COMING"),
            participant(2, "Mads Far", "Forælder"),
            participant(3, "Pia Psykolog", "Psykolog", leftOutReason="Er syg."),
            participant(4, "Lis Lærer", "Lærer", "ANOTHER_TIME", note="Hellere onsdag."),
        ],
        "agenda": [
            {"id": "a1", "text": "Hvordan går det?", "origin": "MODEL", "addedBy": None, "position": 1},
            {"id": "a2", "text": "Lektier", "origin": "FAMILY", "addedBy": "Mads Far", "position": 2},
        ],
        "form": {
            "id": "f1",
            "key": "yellow",
            "name": "Det gule skema",
            "version": 1,
            "modelVersion": 1,
            "completedAt": None,
            "fields": [
                form_field("aims", "LONG_TEXT", value="Mere ro i klassen.", help="Hvad vil I opnå?"),
                form_field("short", "TEXT", required=False),
                form_field("scale", "SCALE"),
                form_field("choice", "CHOICE"),
                form_field("by", "DATE"),
                form_field("known", "BOOLEAN"),
                form_field("list", "LIST"),
            ],
        },
        "perspectives": [
            {
                "id": "v1",
                "whose": "CHILD",
                "obtained": True,
                "how": "Fortalt til læreren",
                "text": "Jeg vil gerne have fred.",
                "attempts": None,
                "recordedBy": "Lis Lærer",
                "recordedAt": "2026-12-10T09:00:00Z",
            },
            {
                "id": "v2",
                "whose": "PARENT",
                "obtained": False,
                "how": None,
                "text": None,
                "attempts": "Ringet to gange.",
                "recordedBy": None,
                "recordedAt": "2026-12-11T09:00:00Z",
            },
        ],
        "agreements": [agreement()],
        "outcome": None,
        "outcomes": [
            {
                "key": "continue",
                "text": "Vi mødes igen",
                "movesTo": None,
                "followUp": True,
                "allowed": True,
                "reasons": [reason("Der er brug for mere.")],
            },
            {
                "key": "up",
                "text": "Niveau 4",
                "movesTo": 4,
                "followUp": False,
                "allowed": False,
                "reasons": [reason("Barnets perspektiv mangler.", legalBasis="Barnets lov § 5")],
            },
        ],
        "deadlines": [
            {
                "key": "agenda",
                "name": "Dagsorden",
                "dueAt": "2026-12-07T08:00:00Z",
                "state": state,
                "why": reason("Fem arbejdsdage før."),
            }
            for state in ("OPEN", "MET", "MISSED", "CANCELLED")
        ],
        "previous": None,
        "following": None,
        "myAnswer": "NONE",
        **more,
    }


def agreement(status: str = "OPEN") -> dict[str, Any]:
    return {
        "id": f"g-{status}",
        "what": "Skriver en plan",
        "responsible": "Lis Lærer",
        "dueOn": "2027-01-08",
        "status": status,
        "version": 1,
        "closeToChild": True,
    }


def consent(state: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"c-{state}",
        "purpose": "share",
        "purposeText": "Vi vil gerne tale med sundhedsplejersken",
        "about": "Hvordan det går i skolen",
        "child": {"id": CHILD, "name": "Alma Test"},
        "giver": "Mads Far",
        "state": state,
        "askedAt": "2026-11-20T09:00:00Z",
        "answeredAt": None if state == "ASKED" else "2026-11-21T09:00:00Z",
        "expiresAt": None,
        "basis": None,
        "textVersion": 2,
        "version": 7,
        **more,
    }


def child(**more: Any) -> dict[str, Any]:
    return {
        "id": CHILD,
        "name": "Alma Test",
        "age": 11,
        "unit": {"id": "u1", "name": "Møllevangskolen"},
        "levels": [
            {"track": "school", "trackName": "Skole", "level": 3, "levelName": "Tværfagligt netværk"},
            {"track": "home", "trackName": "Hjem", "level": 1, "levelName": "Forebyggelse"},
        ],
        "problems": [
            {
                "id": PROBLEM,
                "track": "school",
                "trackName": "Skole",
                "title": "Fravær fra skole",
                "level": 3,
                "levelName": "Tværfagligt netværk",
                "coordinator": None,
                "pendingCoordinator": {"id": "viewer", "name": "Lone Leder"},
                "status": "OPEN",
                "version": 5,
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
                        "allowed": kind != "NOTIFY",
                        "advised": kind == "CALL_MEETING",
                        "reasons": [reason("Fordi.")],
                    }
                    for kind in ("MOVE", "CALL_MEETING", "NOTIFY")
                ],
            }
        ],
        "meetings": connection(meeting("CONCLUDED")),
        "agreements": connection(agreement(), agreement("DONE")),
        "consents": connection(),
        "contactPerson": STAFF,
        "version": 3,
        "closedAt": None,
        "eraseAfter": None,
        **more,
    }


def plan() -> dict[str, Any]:
    people = [
        ("leader", "Leder", "s1", "Lone Leder", "ALWAYS"),
        ("parent", "Forælder", "x2", "Mads Far", "ALWAYS"),
        ("parent", "Forælder", "x3", "Mia Mor", "ALWAYS"),
        ("child", "Barn", CHILD, "Alma Test", "AS_FAR_AS_POSSIBLE"),
        ("teacher", "Lærer", "s4", "Lis Lærer", "ALWAYS"),
        ("psychologist", "Psykolog", None, None, "POSSIBLE"),
        ("speech", "Logopæd", None, None, "POSSIBLE"),
    ]
    return {
        "participants": [
            {
                "role": role,
                "roleName": name,
                "personId": person,
                "name": who,
                "strength": strength,
                "why": reason("Modellen siger det."),
            }
            for role, name, person, who, strength in people
        ],
        "agenda": ["Hvordan går det?", "Nye muligheder"],
        "purpose": ["Vi ser på det sammen."],
        "form": {"key": "yellow", "name": "Det gule skema"},
        "deadlines": [
            {
                "key": "agenda",
                "name": "Dagsorden",
                "dueAt": "2026-12-07T08:00:00Z",
                "why": reason("Fem dage."),
            }
        ],
        "consents": [{"purpose": "share", "purposeText": "Deling", "why": reason("Sundhed.")}],
        "blocks": [],
    }


def answers(capacity: str) -> dict[str, Any]:
    """What every root field answers at first."""
    return {
        "viewer": {
            "person": {"id": "viewer", "name": "Test Person"},
            "capacity": capacity,
            "roles": [],
            "units": [],
        },
        "tenant": {"name": "Eksempel Kommune", "cvr": "11111111", "modelVersion": 1, "population": None},
        "children": connection(child(), more=True),
        "child": child(),
        "meetings": connection(meeting(), meeting("CANCELLED", id="m2", myAnswer="COMING")),
        "meeting": meeting(),
        "meetingTypes": [
            {
                "type": "network_meeting",
                "typeName": "Tværfagligt netværksmøde",
                "allowed": True,
                "reasons": [reason("Niveau 3.")],
            },
            {
                "type": "other",
                "typeName": "Inddragende netværksmøde",
                "allowed": False,
                "reasons": [reason("Kræver en sag.")],
            },
        ],
        "meetingPlan": plan(),
        "staff": connection(STAFF),
        "consents": connection(*(consent(s) for s in ("ASKED", "GIVEN", "DECLINED", "WITHDRAWN", "EXPIRED"))),
        "accessLog": connection(
            {
                "at": "2026-11-20T09:00:00Z",
                "actor": "Lone Leder",
                "capacity": "LEADER",
                "operation": "Så et møde",
            },
            more=True,
        ),
        "whoCanSee": [
            {
                "person": "Mads Far",
                "capacity": "FAMILY",
                "why": "Forælder",
                "from": None,
                "until": "2033-01-01T00:00:00Z",
            }
        ],
        "tasks": connection(
            {
                "kind": "ANSWER",
                "title": "Svar på, om du kommer",
                "dueAt": "2026-12-10T08:00:00Z",
                "meetingId": MEETING,
                "childId": None,
                "consentId": None,
            },
            {
                "kind": "CONSENT",
                "title": "Svar på et samtykke",
                "dueAt": None,
                "meetingId": None,
                "childId": None,
                "consentId": "c",
            },
            {
                "kind": "CHILD",
                "title": "Vælg tovholder",
                "dueAt": None,
                "meetingId": None,
                "childId": CHILD,
                "consentId": None,
            },
        ),
        "messages": connection(
            {
                "id": "b1",
                "at": "2026-11-20T09:00:00Z",
                "title": "Du er inviteret til et møde",
                "text": "Se tid og sted på mødets side.",
                "meetingId": MEETING,
                "consentId": "c",
            }
        ),
        "holds": [
            {
                "id": "h1",
                "reason": "Klagesag",
                "placedAt": "2026-11-20T09:00:00Z",
                "placedBy": "D. Po",
                "liftedAt": None,
            },
            {
                "id": "h2",
                "reason": "Aktindsigt",
                "placedAt": "2026-10-20T09:00:00Z",
                "placedBy": None,
                "liftedAt": "2026-11-01T09:00:00Z",
            },
        ],
        "erasures": connection(
            {
                "id": "e1",
                "what": "Forløb",
                "erasedAt": "2026-11-20T09:00:00Z",
                "keyDestroyedBy": "2026-12-20",
                "rule": "casework",
            },
            {"id": "e2", "what": "Forløb", "erasedAt": None, "keyDestroyedBy": None, "rule": None},
            more=True,
        ),
    }
