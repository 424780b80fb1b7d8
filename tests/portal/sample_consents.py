"""Consents of a child as GraphQL answers them: each way in which one can stand, who gave it and how, and what rests on it."""

from typing import Any

from tests.portal.sample_meeting import CHILD

OF_A_CONSENT: dict[str, Any] = {
    "channel": None,
    "recordedAt": None,
    "recordedBy": None,
    "where": None,
    "hasDocument": False,
    "information": "Hvordan det går i skolen",
    "fromWhom": "Skolen",
    "toWhom": "Sundhedsplejersken",
    "written": False,
    "resting": [],
    "withdrawnAt": None,
    "invalidatedAt": None,
    "invalidBecause": None,
}
"""What a question has that nobody has answered."""


def consent(state: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"c-{state}",
        "purpose": "share",
        "purposeName": "Deling af oplysninger",
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
        **OF_A_CONSENT,
        **({"channel": "PORTAL"} if state != "ASKED" else {}),
        **more,
    }


def rests(number: int, **more: Any) -> dict[str, Any]:
    """Something that was shared."""
    return {
        "id": f"r{number}",
        "kind": "INVITATION",
        "receiver": {"name": "Palle Psykolog"},
        "purpose": "share",
        "law": [],
        "sharedAt": "2026-11-21T10:00:00Z",
        "stoppedAt": None,
        "meetingId": None,
        **more,
    }


ON_PAPER = {
    "channel": "PAPER",
    "recordedAt": "2026-11-21T10:00:00Z",
    "recordedBy": {"name": "Lis Leder"},
    "where": "På kontoret",
    "hasDocument": True,
    "resting": [rests(1), rests(2, stoppedAt="2026-11-22T08:00:00Z")],
}


def standings(given: dict[str, Any], asked: dict[str, Any]) -> list[dict[str, Any]]:
    """One purpose that stands, one of which there is a conflict, one that nobody was asked for."""
    mother, father = ("p1", "Mona Mor"), ("p2", "Mads Far")

    def giver(who: tuple[str, str], consent: dict[str, Any] | None, child: bool = False) -> dict[str, Any]:
        state = consent["state"] if consent else None
        return {"personId": who[0], "name": who[1], "isChild": child, "state": state, "consent": consent}

    def purpose(key: str, state: str, *givers: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {
            "purpose": key,
            "name": f"Deling {key}",
            "text": "Jeg siger ja til, at I deler dette.",
            "what": "Hvordan det går",
            "fromWhom": "Skolen",
            "toWhom": "Sundhedsplejersken",
            "basis": "Samtykke efter forvaltningsloven",
            "written": False,
            "state": state,
            "stands": state == "GIVEN",
            "until": None,
            "givers": list(givers),
            **more,
        }

    declined = {**given, "id": "c-no", "state": "DECLINED", "channel": "ORAL", "hasDocument": False}
    return [
        purpose("share", "GIVEN", giver(mother, given), until="2027-11-21T00:00:00Z", written=True),
        purpose("both", "CONFLICT", giver(mother, given), giver(father, declined)),
        purpose(
            "silent", "ASKED", giver(mother, asked), giver(father, None), giver(("p3", "Alma"), None, True)
        ),
    ]


INFORMED = [
    {
        "id": "i1",
        "person": "Mona Mor",
        "what": "At PPR er med",
        "by": "TELEPHONE",
        "informedAt": "2026-11-21T10:00:00Z",
        "recordedBy": {"name": "Lis Leder"},
    }
]
SHARED = [
    rests(1),
    rests(2, kind="EXCHANGE", receiver=None, purpose=None, law=["Barnets lov § 1"]),
    rests(3, kind="AGENDA", stoppedAt="2026-11-22T08:00:00Z"),
]
