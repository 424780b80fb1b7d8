"""Made-up offers, checklists, networks, handovers, exchanges and guides, in the states that a page shows."""

from typing import Any, Final

from tests.portal.sample_meeting import STAFF, connection, reason

GUIDE: Final = "handleguide"
_FIELD: Final[dict[str, Any]] = {
    "help": None,
    "required": False,
    "value": None,
    "visibleToFamily": True,
    "knownAlready": False,
    "options": [],
}


def _fields(*, filled: bool) -> list[dict[str, Any]]:
    """One field of each kind."""
    scale = [{"value": str(n), "label": str(n)} for n in range(11)]
    choice = [{"value": "yes", "label": "Ja"}]
    kinds: tuple[tuple[str, str, str, str, list[dict[str, str]]], ...] = (
        ("helped", "SCALE", "Hjalp det?", "8", scale),
        ("knew", "BOOLEAN", "Vidste I, hvem I kunne kontakte?", "true", []),
        ("adjust", "TEXT", "Hvad skal vi lave om?", "Færre møder", []),
        ("view", "LONG_TEXT", "Hvad siger I?", "Det går bedre.", []),
        ("goals", "LIST", "Mål", "Ro\nVenner", []),
        ("day", "DATE", "Hvornår?", "2026-12-01", []),
        ("answer", "CHOICE", "Siger I ja?", "yes", choice),
    )
    return [
        {**_FIELD, "key": key, "kind": kind, "label": text, "value": value if filled else None, "options": of}
        for key, kind, text, value, of in kinds
    ]


_BLANK: Final = {"name": "Hjalp det jer?", "text": "Få spørgsmål.", "fields": _fields(filled=False)}


def _offer(state: str) -> dict[str, Any]:
    made, answered = state != "DUE", state in ("ACCEPTED", "DECLINED")
    plan = {
        "name": "Én plan",
        "text": None,
        "version": 1,
        "writtenAt": "2026-11-20T09:00:00Z",
        "fields": _fields(filled=True),
    }
    return {
        "id": f"o-{state}" if made else None,
        "key": f"plan-{state}",
        "name": "Én plan",
        "text": "Én fælles plan.",
        "state": state,
        "version": 1 if made else None,
        "goalsWith": ["Barnet", "Forældre"],
        "heldBy": ["Sundhedsplejerske"],
        "sessions": ["6 gange før fødslen"],
        "answerRecorded": True,
        "offeredAt": "2026-11-20T09:00:00Z" if made else None,
        "answeredAt": "2026-11-21T09:00:00Z" if answered else None,
        "howTold": "Mor, på mødet" if state == "DECLINED" else None,
        "offeredBy": STAFF if made else None,
        "recordedBy": STAFF if state == "DECLINED" else None,
        "why": reason("Flere afdelinger er med."),
        "plan": plan if state == "ACCEPTED" else None,
    }


def _network(number: int, *, formed: bool) -> dict[str, Any]:
    evaluation = {
        "recordedAt": "2026-11-20T09:00:00Z",
        "status": "Det går frem.",
        "fields": _fields(filled=True),
    }
    return {
        "id": f"n-{number}" if formed else None,
        "key": f"network-{number}",
        "name": "Netværk om familien",
        "version": 1 if formed else None,
        "formedAt": "2026-11-20T09:00:00Z" if formed else None,
        "competences": ["sprog"] if formed else [],
        "services": [{"key": "school", "name": "Skolen"}],
        "bearingForce": STAFF if formed else None,
        "contactPerson": STAFF if formed else None,
        "evaluationForm": _BLANK,
        "why": reason("Opgaven sætter holdet."),
        "lacks": [{"part": "EVALUATION", "why": reason("Hvert halve år.")}] if formed else [],
        "evaluationDueOn": "2026-12-01" if formed else None,
        "candidates": [STAFF],
        "possibleServices": [{"key": "school", "name": "Skolen"}, {"key": "health", "name": "Sundhed"}],
        "evaluations": [
            {**evaluation, "id": f"e-{by}", "byFamily": by, "recordedBy": None if by else STAFF}
            for by in (True, False)
            if formed
        ],
    }


def _handover(number: int, *, accepted: bool, readable: bool = True) -> dict[str, Any]:
    return {
        "id": f"h-{number}",
        "name": "Overlevering til det næste sted",
        "version": 1,
        "handedAt": "2026-11-20T09:00:00Z",
        "acceptedAt": "2026-11-21T09:00:00Z" if accepted else None,
        "toUnit": None if accepted else {"id": "u1", "name": "Børnehuset"},
        "toPerson": STAFF if accepted else None,
        "handedBy": STAFF,
        "acceptedBy": STAFF if accepted else None,
        "childName": "Alma Test" if accepted and readable else None,
        "fields": _fields(filled=True) if readable else [],
    }


def _exchange(number: int, *, special: bool) -> dict[str, Any]:
    return {
        "id": f"x-{number}",
        "basis": "early",
        "basisName": "Tidligt samarbejde",
        "on": "2026-11-20",
        "special": special,
        "told": not special,
        "withWhom": "Sundhedsplejersken",
        "why": "Uro i klassen",
        "specialReason": "Ny bekymring" if special else None,
        "recordedBy": STAFF,
    }


def _basis(used: int) -> dict[str, Any]:
    return {
        "key": f"early-{used}",
        "name": "Tidligt samarbejde",
        "used": used,
        "atMost": 1,
        "moreInSpecialCases": 1,
        "allowed": used < 2,
        "needsReason": used == 1,
        "duty": False,
        "why": reason("Aldrig en pligt."),
    }


_ENTRY: Final = {
    "key": "violence",
    "situation": "Bekymring for vold",
    "reach": "Børn og Familie, straks",
    "service": "Børn og Familie",
    "phone": "70 12 34 56",
    "why": reason("Beredskab."),
}
AROUND: Final[dict[str, Any]] = {
    "offers": [_offer(state) for state in ("DUE", "OFFERED", "ACCEPTED", "DECLINED")],
    "checklists": [
        {
            "key": "start",
            "name": "Når en sag begynder",
            "why": reason("Fra familiens inddragelse."),
            "items": [
                {
                    "key": key,
                    "text": text,
                    "done": key == "involve",
                    "next": key == "open",
                    "doneAt": "2026-11-20T09:00:00Z" if key == "involve" else None,
                    "doneBy": STAFF if key == "involve" else None,
                }
                for key, text in (("involve", "Inddraget"), ("open", "Åbent"), ("contact", "Kontakt"))
            ],
        }
    ],
    "networks": [_network(1, formed=True), _network(2, formed=False)],
    "handovers": [_handover(1, accepted=True), _handover(2, accepted=False)],
    "handoverOptions": [
        {
            "key": "next",
            "name": "Overlevering til det næste sted",
            "why": reason("Én form for alle faggrupper."),
            "form": _BLANK,
            "consent": "Udveksling",
            "consented": False,
            "places": [{"id": "u1", "name": "Børnehuset"}],
        }
    ],
    "exchanges": [_exchange(1, special=False), _exchange(2, special=True)],
    "exchangeBases": [_basis(0), _basis(1), _basis(2)],
    "cooperations": [{"key": "first", "name": "De første 1000 dage", "services": ["Sundhed"]}],
    "attachedRoles": ["Familieterapeut"],
    "directory": [_ENTRY],
}


def texts() -> dict[str, Any]:
    """Root fields: guides, whom to reach, what is handed over to the viewer."""
    markdown = "# Håndbog\n\n## Først\n\nSpørg **familien**.\n\n- Én ting\n- [Mere](https://eksempel.test/)\n"
    return {
        "guides": [
            {"key": GUIDE, "name": "Håndbog", "text": None, "why": None, "handbook": True},
            {"key": "", "name": "LØFT", "text": "Løsningsfokuseret", "why": None, "handbook": False},
        ],
        "guide": {"key": GUIDE, "name": "Håndbog", "markdown": markdown},
        "directory": [_ENTRY],
        "handoversReceived": connection(
            _handover(1, accepted=False, readable=False),
            _handover(2, accepted=True),
            _handover(3, accepted=True, readable=False),
            more=True,
        ),
    }
