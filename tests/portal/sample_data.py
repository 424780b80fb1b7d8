"""Made-up answers of every root field, in states that take weeks to reach in a real case."""

from typing import Any

from tests.portal.sample_access import access_requests
from tests.portal.sample_around import texts
from tests.portal.sample_child import UNDERRETNING, caseload_line, child, underretning
from tests.portal.sample_consents import ON_PAPER, consent
from tests.portal.sample_contact import contact
from tests.portal.sample_free import times
from tests.portal.sample_glass import glass
from tests.portal.sample_intake import imports
from tests.portal.sample_meeting import CHILD, MEETING, PROBLEM, STAFF, connection, meeting, reason
from tests.portal.sample_model import versions
from tests.portal.sample_undelivered import undelivered
from tests.portal.sample_upward import upward
from tests.portal.sample_without_names import without_names

__all__ = [
    "CHILD",
    "MEETING",
    "PROBLEM",
    "UNDERRETNING",
    "answers",
    "child",
    "connection",
    "consent",
    "meeting",
    "underretning",
]


NOT_BY_HAND = {"deadlineId": None, "deadlineVersion": None, "byHand": False}


def plan() -> dict[str, Any]:
    people = [
        # role, in words, kind, who comes of themselves, strength, invited, may be left out, takes a reason
        ("child", "Barnet", "child", ["Alma Test"], "AS_FAR_AS_POSSIBLE", True, False, True),
        ("parents", "Forældre", "custody_holder", ["Mads Far", "Mia Mor"], "ALWAYS", True, False, False),
        ("network", "Netværk", "network", [], "ALWAYS", True, False, False),
        ("leader", "Leder", "leader", [], "ALWAYS", True, False, False),
        ("staff", "Medarbejder", "professional", [], "ALWAYS", True, False, False),
        ("health_visitor", "Sundhedsplejerske", "professional", [], "AS_A_RULE", True, False, True),
        ("psychologist", "Psykolog", "professional", [], "POSSIBLE", False, True, False),
        ("adviser", "Rådgiver", "adviser", [], "AD_HOC", False, True, False),
    ]
    return {
        "typeName": "Tværfagligt netværksmøde",
        "minutes": 60,
        "participants": [
            {
                "role": role,
                "roleName": name,
                "kind": kind,
                "names": names,
                "strength": strength,
                "external": False,
                "invited": invited,
                "mayLeaveOut": may,
                "leaveOutReason": takes,
                "agreedBy": [{"key": "parents", "text": "Forældre"}] if role == "psychologist" else [],
                "leavesAfter": "Hvordan går det?" if role == "adviser" else None,
                "candidates": [STAFF] * (1 if role == "staff" else 9)
                if kind in {"professional", "adviser"}
                else [],
                "proposed": [STAFF] if role == "staff" else [],
                "consent": None,
                "professions": [],
                "why": reason("Modellen siger det."),
            }
            for role, name, kind, names, strength, invited, may, takes in people
        ],
        "agenda": ["Hvordan går det?", "Nye muligheder"],
        "purpose": ["Vi ser på det sammen."],
        "form": {"key": "yellow", "name": "Det gule skema"},
        "deadlines": [
            {
                "key": "agenda",
                "name": "Dagsorden",
                "dueAt": "2026-12-07T08:00:00Z",
                "alreadyLate": late,
                "why": reason("Fem dage."),
            }
            for late in (False, True)
        ],
        "consents": [
            {
                "purpose": "share",
                "purposeName": "Deling af oplysninger",
                "purposeText": "Deling",
                "blocks": False,
                "why": reason("Sundhed."),
            }
        ],
        "blocks": [],
        "purposes": [],
        "grounds": [{"key": "distress", "text": "Tegn på mistrivsel", "shown": True}],
        "groundRequired": True,
        "documents": [],
        "preparation": [
            {
                "key": "knowledge",
                "text": "Viden indhentes",
                "ifAgreed": True,
                "ways": ["Observation", "Test"],
            },
            {"key": "known", "text": "Alle kender problemet", "ifAgreed": False, "ways": []},
        ],
        "convener": {
            "beside": [{"key": "staff", "text": "Lærer"}],
            "otherwiseBy": "2026-12-07",
            "why": reason("Lederen står sammen med en, der er tæt på."),
        },
        "chair": {
            "roles": [{"key": "staff", "text": "Lærer"}],
            "external": True,
            "agreedOn": "2026-12-07",
            "why": reason("En udefra leder mødet."),
        },
        "visit": None,
        "visitAgreedWith": [],
        "measureWanted": True,
        "invitation": "Du har en aktiv rolle.",
        "methods": ["LØFT"],
        "notTold": [],
        "needs": ["reason"],
        "missing": [reason("Der er under fem arbejdsdage til.")],
        "advice": [reason("Overvej et møde på niveau 2 først.")],
        "why": [reason("Niveau 3.")],
    }


LOOKER = "0e3f6b1a-2f43-4c4a-9f5e-0d1f6e0f7a22"
"""Somebody in the log."""


def of_office() -> dict[str, Any]:
    """What waits for data protection: of no child, so without one."""
    return connection(
        {"kind": "access_request", "title": "Svar på en anmodning", "dueAt": "2026-12-01T23:00:00Z"},
        {"kind": "emergency", "title": "Vurdér en nødadgang", "dueAt": None},
    )


def waiting() -> dict[str, Any]:
    """One task of each sort that somebody else can have."""
    return connection(
        {
            "kind": "ANSWER",
            "title": "Svar på, om du kommer",
            "dueAt": "2026-12-10T08:00:00Z",
            "meetingId": MEETING,
            "childId": None,
            "consentId": None,
            **NOT_BY_HAND,
        },
        {
            "kind": "CONSENT",
            "title": "Svar på et samtykke",
            "dueAt": None,
            "meetingId": None,
            "childId": None,
            "consentId": "c",
            **NOT_BY_HAND,
        },
        {
            "kind": "CHILD",
            "title": "Vælg tovholder",
            "dueAt": None,
            "meetingId": None,
            "childId": CHILD,
            "consentId": None,
            **NOT_BY_HAND,
        },
        {
            "kind": "DEADLINE",
            "title": "Vurdering af indsatsen",
            "dueAt": "2026-12-01T23:00:00Z",
            "meetingId": None,
            "childId": CHILD,
            "consentId": None,
            "deadlineId": "d-OPEN",
            "deadlineVersion": 1,
            "byHand": True,
        },
    )


def answers(capacity: str) -> dict[str, Any]:
    """What every root field answers at first."""
    return {
        "viewer": {
            "person": {"id": "viewer", "name": "Test Person"},
            "now": "2026-12-07T07:00:00Z",
            "language": "da",
            "capacity": capacity,
            "roles": [],
            "units": [],
        },
        "tenant": {
            "name": "Eksempel Kommune",
            "contactEmail": "hjaelp@eksempel.test",
            "contactPhone": None,
            "cvr": "90000003",
            "modelVersion": 1,
            "population": "0-18",
            "colour": "#0a4a6b",
            "address": None,
            "logo": None,
            "today": "2026-11-23",
        },
        **versions(),
        **texts(),
        "children": connection(child(), more=True),
        "modelLadder": {"tracks": child()["tracks"], "steps": child()["ladder"]["steps"]},
        "caseload": connection(caseload_line(), more=True),
        "child": child(),
        "meetings": connection(meeting(), meeting("CANCELLED", id="m2", myAnswer="COMING")),
        "meeting": meeting(),
        "meetingTypes": [
            {
                "type": "network_meeting",
                "typeName": "Tværfagligt netværksmøde",
                "series": "konsultativt_moede",
                "allowed": True,
                "advised": True,
                "mayConvene": True,
                "convenedBy": [],
                "needs": [],
                "reasons": [reason("Niveau 3.")],
            },
            {
                "type": "other",
                "typeName": "Inddragende netværksmøde",
                "series": "other",
                "allowed": False,
                "advised": False,
                "mayConvene": False,
                "convenedBy": ["Rådgiver"],
                "needs": [],
                "reasons": [reason("Kræver en sag.")],
            },
        ],
        **without_names(),
        "meetingPlan": plan(),
        "placeWarnings": [reason("En i familien har beskyttet navn eller adresse.")],
        **upward(),
        "underretning": underretning(),
        "underretninger": connection(underretning(), underretning("SENT"), more=True),
        "staff": connection(STAFF),
        "consents": connection(
            *(consent(s) for s in ("ASKED", "GIVEN", "DECLINED", "WITHDRAWN", "EXPIRED")),
            consent("GIVEN", id="c-paper", **ON_PAPER),
            consent("INVALIDATED", invalidBecause="En andens underskrift"),
        ),
        "consentDocument": {"mediaType": "application/pdf", "content": "JVBERi0="},
        "accessLog": connection(
            {
                "at": "2026-11-20T09:00:00Z",
                "actor": "Lone Leder",
                "capacity": "leader",
                "operation": "query:meeting",
                "changed": False,
            },
            more=True,
        ),
        "whoCanSee": [
            {
                "person": "Mads Far",
                "own": True,
                "capacity": "family",
                "reason": "custody",
                "why": "Forælder",
                "basis": "Forældremyndigheden",
                "reach": "Ser det, som familien må se",
                "onBehalfOf": None,
                "from": None,
                "until": "2033-01-01T00:00:00Z",
            },
            {
                "person": "Vibe Eksempel",
                "own": False,
                "capacity": "professional",
                "reason": "delegated",
                "why": "Handler på vegne af Klaus Eksempel, der er væk",
                "basis": "Kommunens opgave",
                "reach": "Ser barnets sag og arbejder i den",
                "onBehalfOf": "Klaus Eksempel",
                "from": "2026-11-22T09:00:00Z",
                "until": "2026-11-29T23:00:00Z",
            },
        ],
        **glass(capacity, CHILD),
        **access_requests(capacity, CHILD),
        **imports(),
        **times(),
        **undelivered(),
        "tasks": of_office() if capacity == "DPO" else waiting(),
        "drafts": [],
        "contactChoice": contact(capacity),
        "messages": connection(
            {
                "id": "b1",
                "kind": "invitation",
                "at": "2026-11-20T09:00:00Z",
                "title": "Du er inviteret til et møde",
                "text": "Se tid og sted på mødets side.",
                "meetingId": MEETING,
                "consentId": "c",
                "readAt": None,
            }
        ),
        "holds": [
            {
                "id": "h1",
                "reason": "Klagesag",
                "placedAt": "2026-11-20T09:00:00Z",
                "placedBy": "D. Po",
                "liftedAt": None,
                "version": 1,
            },
            {
                "id": "h2",
                "reason": "Aktindsigt",
                "placedAt": "2026-10-20T09:00:00Z",
                "placedBy": None,
                "liftedAt": "2026-11-01T09:00:00Z",
                "version": 2,
            },
        ],
        "accessEvents": connection(
            {
                "at": "2026-11-20T09:00:00Z",
                "actor": "Klaus Klasseprøve",
                "staffId": LOOKER,
                "capacity": "professional",
                "operation": "query:child,meetings",
                "changed": False,
                "subjects": 2,
                "reasons": 1,
            },
            {
                "at": "2026-11-20T08:00:00Z",
                "actor": "familien",
                "staffId": None,
                "capacity": "family",
                "operation": "mutation:answerMeeting",
                "changed": True,
                "subjects": 1,
                "reasons": 1,
            },
            more=True,
        ),
        "accessLogStanding": {
            "sealed": 120,
            "sealedAt": "2026-11-20T09:00:10Z",
            "waiting": 1,
            "verifications": [
                {"at": "2026-11-20T03:00:00Z", "whole": False, "findings": ["event_changed"], "notes": []},
                {"at": "2026-11-19T03:00:00Z", "whole": True, "findings": [], "notes": []},
            ],
        },
        "erasures": connection(
            {
                "id": "e1",
                "what": "Forløb",
                "erasedAt": "2026-11-20T09:00:00Z",
                "dueOn": "2026-11-01",
                "keyDestroyedBy": "2026-12-20",
                "rule": "casework",
            },
            {
                "id": "e2",
                "what": "Forløb",
                "erasedAt": None,
                "dueOn": "2026-11-01",
                "keyDestroyedBy": None,
                "rule": None,
            },
            more=True,
        ),
    }
