"""Made-up answers about meetings without names and fixed times."""

from typing import Any, Final

CONSULTATION: Final = "6f6f6f6f-0000-4000-8000-000000000001"
UNIT: Final = "6f6f6f6f-0000-4000-8000-000000000002"
SLOT: Final = "6f6f6f6f-0000-4000-8000-000000000003"
_WHY: Final = {
    "text": "Papiret siger det.",
    "rule": "RA-09",
    "modelText": "meetings/x",
    "legalBasis": None,
    "strength": None,
}
_COLLEAGUE: Final = {
    "id": "colleague",
    "name": "Karen Kollega",
    "profession": "Psykolog",
    "email": None,
    "phone": None,
}


def slot(**more: Any) -> dict[str, Any]:
    """A fixed time."""
    return {
        "id": SLOT,
        "type": "konsultativt_moede",
        "typeName": "Konsultativt møde",
        "unit": {"id": UNIT, "name": "Skolen"},
        "startsAt": "2026-12-15T08:00:00Z",
        "endsAt": "2026-12-15T09:00:00Z",
        "place": "Mødelokalet",
        "cancelled": False,
        "reason": None,
        "version": 1,
        "items": 2,
        "named": 1,
        "consultationId": CONSULTATION,
        "takesRequests": True,
        "mayCancel": True,
    } | more


def consultation(status: str = "HELD", **more: Any) -> dict[str, Any]:
    """A meeting about nobody named."""
    field: dict[str, Any] = {
        "help": None,
        "required": True,
        "value": None,
        "options": [],
        "visibleToFamily": False,
        "knownAlready": False,
    }
    return {
        "id": CONSULTATION,
        "type": "konsultativt_moede",
        "typeName": "Konsultativt møde, niveau 2",
        "subject": "GROUP",
        "status": status,
        "startsAt": "2026-11-20T12:00:00Z",
        "endsAt": "2026-11-20T13:00:00Z",
        "version": 3,
        "place": "Personalerummet",
        "purpose": "Rolige frikvarterer",
        "cancelReason": "Sygdom" if status == "CANCELLED" else None,
        "leads": True,
        "begun": True,
        "erasedOn": "2027-11-20",
        "why": _WHY,
        "unit": {"id": UNIT, "name": "Skolen"},
        "convener": _COLLEAGUE,
        "participants": [
            {
                "id": "p1",
                "name": "Karen Kollega",
                "role": "staff",
                "roleName": "Medarbejder",
                "strength": "ALWAYS",
                "external": False,
                "personId": "s9",
                "answer": "COMING",
                "withdrawn": False,
                "leftOut": False,
                "leftOutReason": None,
                "attended": True,
            },
            {
                "id": "p2",
                "name": None,
                "role": "leader",
                "roleName": "Leder",
                "strength": "POSSIBLE",
                "external": False,
                "personId": None,
                "answer": "NONE",
                "withdrawn": False,
                "leftOut": True,
                "leftOutReason": "Er på kursus",
                "attended": None,
            },
        ],
        "items": [
            {
                "id": "i1",
                "text": "Hvad ønsker vi råd om",
                "fromModel": True,
                "subject": None,
                "presentedBy": None,
                "kept": None,
            },
            {
                "id": "i2",
                "text": "Uro i 2. årgang",
                "fromModel": False,
                "subject": "GROUP",
                "presentedBy": "Karen Kollega",
                "kept": "Det er en dukke",
            },
        ],
        "facts": [{"key": "course", "name": "Et forløb er besluttet", "said": True}],
        "form": {
            "name": "Samarbejdsaftale",
            "text": "Ingen børn nævnes ved navn.",
            "colour": "green",
            "version": 1,
            "completed": False,
            "needed": True,
            "fields": [
                field | {"key": "group", "label": "Hvilken gruppe?", "kind": "TEXT", "value": "2. årgang"},
                field | {"key": "goal", "label": "Mål", "kind": "LONG_TEXT"},
                field
                | {"key": "follow_up", "label": "Dato for opfølgning", "kind": "DATE", "required": False},
            ],
        },
        "agreements": [
            {"id": "a1", "what": "Boldburet åbnes", "responsible": "Karen Kollega", "dueOn": "2026-12-01"}
        ],
        "outcomes": [_outcome("progress"), _outcome("enough")] if status == "HELD" else [],
        "outcome": _outcome("progress") if status == "CONCLUDED" else None,
        "outcomeReason": "Det går bedre" if status == "CONCLUDED" else None,
    } | more


def _outcome(key: str) -> dict[str, Any]:
    return {
        "key": key,
        "text": "Fremgang, men fortsat behov",
        "leadsTo": "Tværfagligt netværksmøde",
        "nextType": "konsultativt_moede" if key == "progress" else None,
        "reasonNeeded": False,
        "allowed": True,
        "needs": [],
        "reasons": [_WHY],
    }


def without_names() -> dict[str, Any]:
    """What the root fields about meetings without names answer."""
    role = {
        "role": "staff",
        "roleName": "Medarbejder",
        "strength": "ALWAYS",
        "invited": True,
        "isOwn": False,
        "leaveOutReason": True,
        "why": _WHY,
        "candidates": [_COLLEAGUE],
    }
    return {
        "slots": _connection(slot(), slot(id="s2", cancelled=True, reason="Ferie", mayCancel=False)),
        "consultation": consultation(),
        "consultationsAhead": {"ahead": 2, "waiting": 1},
        "consultationInvitations": [
            {"consultation": consultation("PLANNED", begun=False), "answer": "NONE"},
            {"consultation": consultation("PLANNED", id="c2", begun=False), "answer": "COMING"},
        ],
        "consultationsLed": [
            consultation("PLANNED", begun=False),
            consultation("PLANNED", id="c2", begun=False),
        ],
        "consultations": _connection(consultation(), consultation("PLANNED", id="c2", begun=False)),
        "consultationTypes": [
            {
                "type": key,
                "typeName": "Konsultativt møde",
                "subjects": ["GROUP"],
                "mayConvene": may,
                "convenedBy": ["Leder"],
                "why": _WHY,
            }
            for key, may in (("konsultativt_moede", True), ("teammoede", True), ("other", False))
        ],
        "consultationPlan": {
            "typeName": "Konsultativt møde",
            "minutes": 60,
            "subjects": ["GROUP", "NOBODY_NAMED"],
            "roles": [role, role | {"role": "partner", "candidates": [], "leaveOutReason": False}],
            "agenda": ["Hvad ønsker vi råd om"],
            "purpose": ["Udvikle"],
            "facts": [{"key": "course", "name": "Et forløb er besluttet"}],
            "districts": [{"key": "north", "name": "Nord"}],
            "form": "Samarbejdsaftale",
            "blocks": [],
            "needs": [],
            "missing": [],
            "advice": [_WHY],
        },
        "seriesTypes": [
            {
                "type": "konsultativt_moede",
                "typeName": "Konsultativt møde",
                "wanted": True,
                "rhythm": "Hver måned.",
            }
        ],
        "seriesType": {
            "type": "konsultativt_moede",
            "typeName": "Konsultativt møde",
            "wanted": True,
            "rhythm": "Hver måned.",
            "minutes": 60,
            "districts": [{"key": "north", "name": "Nord"}],
            "proposed": ["2026-12-15T09:00:00Z", "2027-01-15T09:00:00Z"],
            "roles": [role],
        },
    }


def _connection(*nodes: dict[str, Any]) -> dict[str, Any]:
    return {
        "edges": [{"node": node, "cursor": str(number)} for number, node in enumerate(nodes)],
        "pageInfo": {"hasNextPage": False, "endCursor": None},
    }
