"""A made-up family: who is around a child, what is protected, and what has happened."""

from typing import Any

from tests.portal.sample_meeting import CHILD, STAFF, reason

RELATION = "rel-1"


def relation(kind: str = "PARENT_WITHOUT_CUSTODY", **more: Any) -> dict[str, Any]:
    return {
        "id": RELATION,
        "kind": kind,
        "kindName": "Forælder uden forældremyndighed",
        "name": "Bent Test",
        "contact": "20 00 00 00",
        "variant": None,
        "language": None,
        "note": "Ringer mest om eftermiddagen.",
        "belongsTo": None,
        "shownTo": "NOBODY",
        "validFrom": "2026-01-05T08:00:00Z",
        "validUntil": None,
        "ended": False,
        "recordedBy": STAFF,
        "why": reason(
            "En forælder uden forældremyndighed får kun svar på det, der konkret bliver spurgt om."
        ),
        "informationGiven": [
            {
                "askedOn": "2026-11-02",
                "givenAt": "2026-11-03T08:00:00Z",
                "givenBy": STAFF,
                "asked": "Trives Alma i skolen?",
                "told": "Ja, hun er glad for sin klasse.",
            }
        ],
        "version": 1,
        **more,
    }


PEOPLE: dict[str, Any] = {
    "unborn": None,
    "mayRecord": True,
    "family": [
        {"id": CHILD, "name": "Alma Test", "isChild": True},
        {"id": "m1", "name": "Anna Test", "isChild": False},
    ],
    "identifiers": [
        {"kind": "CPR", "masked": "150115-••••", "validUntil": None},
        {"kind": "REPLACEMENT_CPR", "masked": "750115-••••", "validUntil": "2026-03-01T08:00:00Z"},
    ],
    "protections": [{"whose": "Anna Test", "kind": "address", "lastDay": "2027-03-01", "holds": True}],
    "departures": [
        {
            "id": f"dep-{kind}",
            "kind": kind,
            "whose": "Anders Test",
            "isChild": kind == "move_out",
            "happenedOn": "2026-11-20",
            "effectiveAt": "2026-11-20T08:00:00Z",
            "to": "Sydby",
            "handoverAgreedOn": "2026-11-19",
            "handover": "Mor har sagt ja til, at skolen ringer.",
            "version": 1,
        }
        for kind in ("death", "move_out")
    ],
    "siblings": [{"id": "c2", "name": "Aksel Test", "explicit": False}],
    "relationOptions": [
        {"kind": kind, "name": name, "why": reason("Fordi."), "forMeeting": meeting, "lasting": not meeting}
        for kind, name, meeting in (
            ("NETWORK_PERSON", "Person fra familiens netværk", False),
            ("INTERPRETER", "Tolk", True),
        )
    ],
    "circle": [
        relation(),
        relation(
            "NETWORK_PERSON", id="rel-2", kindName="Person fra familiens netværk", name="Mormor Test", ended=True,
            validUntil="2026-10-01T08:00:00Z",
        ),
    ],
}  # fmt: skip
