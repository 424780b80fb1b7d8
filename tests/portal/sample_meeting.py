"""Made-up answers of a meeting and what is in it, in each of its states."""

from typing import Any

from tests.portal.sample_times import proposal
from tests.portal.sample_views import MOVEMENT, PERSPECTIVE_FORM, perspective

CHILD, MEETING, PROBLEM = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))


def connection(*rows: dict[str, Any], more: bool = False) -> dict[str, Any]:
    return {
        "edges": [{"node": row, "cursor": "c"} for row in rows],
        "pageInfo": {"hasNextPage": more, "endCursor": "c" if more else None},
    }


def reason(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "rule": "RA-11", "legalBasis": None, "strength": "ALWAYS", **more}


STAFF = {"id": "s1", "name": "Lone Leder", "profession": "leder", "phone": "89151515", "email": None}


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
        "kind": "professional",
        "leftOut": False,
        "suspended": False,
        "awaitsConsent": False,
        "attended": None,
        "proposedTime": None,
        "staffId": f"s{number}" if role in ("Leder", "Psykolog", "Lærer") else None,
        "leavesAfter": "Hvordan går det?" if role == "Lærer" else None,
        "heardAt": None,
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
        "knownAlready": False,
        **more,
    }


def ready(key: str, text: str, *, wanted: bool = True, there: bool = False) -> dict[str, Any]:
    return {"key": key, "text": text, "wanted": wanted, "there": there}


def suggestion(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"w{number}",
        "version": 1,
        "staysAway": False,
        "who": "Træner Kim",
        "why": "",
        "state": "OPEN",
        "answer": None,
        "madeBy": "Mads Far",
        **more,
    }


def share(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"d{number}",
        "version": 1,
        "kind": "MEETING",
        "what": "Netværksmøde, 1.10.2026",
        "meetingId": "m9",
        "receiver": STAFF,
        "sharedBy": STAFF,
        "reason": "PPR skal vide, hvad der er prøvet.",
        "ground": "Udveksling af oplysninger",
        "sharedAt": "2026-11-02T09:00:00Z",
        "until": "2026-12-31",
        "standing": True,
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
        "timeProposal": proposal(),
        "purpose": ["Vi ser på, hvordan det går i skolen."],
        "level": 3,
        "leads": True,
        "begun": True,
        "recordedReason": "Haster.",
        "invitation": "Du har en aktiv rolle på mødet.",
        "guide": {"key": "handleguide", "name": "Mødeguide", "text": None, "why": None},
        "methods": [{"key": "", "name": "LØFT", "text": "Løsningsfokuseret", "why": None}],
        "familyAddsToAgenda": True,
        "familyChoosesCircle": True,
        "familyHeardFirst": True,
        "notHeard": [{"id": "p2", "name": "Mads Far", "roleName": "Forælder"}],
        "particulars": {
            "grounds": ["Tegn på mistrivsel"],
            "answeredBy": ["Leder", "Lærer"],
            "chairAgreedOn": "2026-12-01",
            "documents": [ready("plan", "Handleplan")],
            "preparation": [
                ready("knowledge", "Viden indhentes", there=True),
                ready("test", "Test", wanted=False),
            ],
        },
        "suggestions": [
            suggestion(1, who="Mormor", why="Hun kender ham."),
            suggestion(2, who="Pia Psykolog", staysAway=True),
            suggestion(3, state="NOT_FOLLOWED", answer="Hun er på ferie."),
        ],
        "invitable": [
            {
                "role": "psychologist",
                "roleName": "Psykolog",
                "kind": "professional",
                "agreedBy": [{"key": "parents", "text": "Forældre"}],
                "candidates": [STAFF],
                "why": reason("Mulig deltager."),
            },
            {
                "role": "network",
                "roleName": "Netværk",
                "kind": "network",
                "agreedBy": [],
                "candidates": [],
                "why": reason("Familien vælger."),
            },
        ],
        "onlyInvited": False,
        "asGuest": False,
        "together": [
            {
                "id": "m7",
                "typeName": "Tværfagligt netværksmøde",
                "status": "PLANNED",
                "child": {"id": "c7", "name": name} if name else None,
            }
            for name in ("Aksel Test", None)
        ],
        "couldJoin": [{"id": "c8", "name": "Asta Test"}],
        "undelivered": [],
        "preliminary": False,
        "companions": [
            {
                "id": "rel-9",
                "kind": "INTERPRETER",
                "kindName": "Tolk",
                "name": "Tora Test",
                "language": "Somali",
                "relation": None,
                "mayWithdraw": False,
                "belongsTo": "Anna Test",
                "why": reason("En tolk er ikke part i sagen."),
                "version": 1,
            },
            {
                "id": "rel-8",
                "kind": "BISIDDER",
                "kindName": "Bisidder",
                "name": "Mia Moster",
                "language": None,
                "relation": "min moster",
                "mayWithdraw": True,
                "belongsTo": "Anna Test",
                "why": reason("En bisidder er til støtte og er ikke part i sagen."),
                "version": 1,
            },
        ],
        "child": {
            "id": CHILD,
            "name": "Alma Test",
            "mayRecord": True,
            "family": [{"id": CHILD, "name": "Alma Test", "isChild": True}],
            "relationOptions": [
                {"kind": "INTERPRETER", "name": "Tolk", "why": None, "forMeeting": True, "lasting": False}
            ],
            "shares": [share(1), share(2, kind="PROBLEM", meetingId=None, standing=False)],
            "shareable": [{"kind": "MEETING", "id": "m9", "what": "Netværksmøde, 1.10.2026"}],
            "shareGrounds": [
                {"consentPurpose": "exchange", "law": None, "name": "Udveksling", "counted": False},
                {"consentPurpose": None, "law": "early", "name": "Barnets lov § 30", "counted": True},
            ],
        },
        "problem": {
            "id": PROBLEM,
            "title": "Fravær fra skole",
            "status": "OPEN",
            "nextSteps": [
                {
                    "kind": kind,
                    "level": 4 if kind == "MOVE" else None,
                    "typeName": "Netværksmøde" if kind == "CALL_MEETING" else None,
                    "advised": True,
                    "reasons": [reason("Det har været prøvet.")],
                }
                for kind in ("MOVE", "CALL_MEETING", "NOTIFY")
            ],
        },
        "convener": STAFF,
        "chair": None,
        "chairBeside": {"name": "Kirsten Ravn", "roleName": "Områdeleder"},
        "contact": STAFF,
        "why": [reason("Barnet er på niveau 3. Der holder vi dette møde.")],
        "participants": [
            participant(1, "Lone Leder", "Leder", "COMING"),
            participant(2, "Mads Far", "Forælder", kind="parent"),
            participant(3, "Pia Psykolog", "Psykolog", leftOut=True, leftOutReason="Er syg."),
            participant(
                4,
                "Lis Lærer",
                "Lærer",
                "ANOTHER_TIME",
                note="Hellere onsdag.",
                proposedTime="2026-12-16T09:00:00Z",
                awaitsConsent=True,
            ),
        ],
        "agenda": [
            {
                "id": "a1",
                "text": "Hvordan går det?",
                "origin": "MODEL",
                "addedBy": None,
                "position": 1,
                "startsAt": "2026-12-14T09:00:00Z",
                "minutes": 30,
                "mayTakeBack": False,
            },
            {
                "id": "a2",
                "text": "Lektier",
                "origin": "FAMILY",
                "addedBy": "Mads Far",
                "position": 2,
                "startsAt": "2026-12-14T09:30:00Z",
                "minutes": 30,
                "mayTakeBack": True,
            },
        ],
        "form": {
            "id": "f1",
            "key": "yellow",
            "name": "Det gule skema",
            "text": "Skrevet, så barnet og forældrene kan læse det.",
            "colour": "yellow",
            "version": 1,
            "modelVersion": 1,
            "uses": ["indkaldelse", "referat"],
            "begunBeforehand": True,
            "completedAt": None,
            "fillings": [
                {"version": 3, "filledAt": "2026-12-14T09:40:00Z", "complete": False, "filledBy": STAFF},
                {"version": 2, "filledAt": "2026-12-14T09:20:00Z", "complete": False, "filledBy": None},
            ],
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
        "perspectives": [perspective(1)],
        "earlierPerspectives": [
            perspective(2, replacedAt="2026-11-21T09:00:00Z", mayCorrect=False, mayTakeBack=False)
        ],
        "mayTell": ["PARENT", "CHILD"],
        "perspectiveForm": PERSPECTIVE_FORM,
        "movements": [MOVEMENT],
        "mayBeOnline": True,
        "video": {"url": "https://video.example/rum", "host": "video.example"},
        "agreements": [agreement()],
        "outcome": None,
        "outcomes": [
            {
                "key": "continue",
                "text": "Vi mødes igen",
                "movesTo": None,
                "followUp": True,
                "followUpBy": "2027-03-01",
                "proposed": ["2027-03-01T09:00:00Z", "2027-02-22T09:00:00Z"],
                "reasonNeeded": True,
                "allowed": False,
                "needs": ["reason", "next_meeting"],
                "reasons": [reason("Der er brug for mere.")],
            },
            {
                "key": "up",
                "text": "Niveau 4",
                "movesTo": 4,
                "followUp": False,
                "followUpBy": None,
                "proposed": [],
                "reasonNeeded": True,
                "allowed": False,
                "needs": ["perspective:child"],
                "reasons": [reason("Barnets perspektiv mangler.", legalBasis="Barnets lov § 5")],
            },
        ],
        "deadlines": [
            {
                "id": f"d-{state}",
                "version": 1,
                "byHand": state == "OPEN",
                "justDone": state == "MET",
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
        "sightEndsOn": None,
        **more,
    }


def agreement(status: str = "OPEN") -> dict[str, Any]:
    return {
        "id": f"g-{status}",
        "meetingId": MEETING,
        "what": "Skriver en plan",
        "responsible": "Lis Lærer",
        "dueOn": "2027-01-08",
        "status": status,
        "version": 1,
        "closeToChild": True,
        "justMade": False,
        "yours": status == "OPEN",
        "settledAt": None if status == "OPEN" else "2026-12-04T10:00:00Z",
        "said": None if status == "OPEN" else "Vi læste hver aften.",
        "mayTakeBack": status == "DONE",
    }
