"""Made-up answers of how somebody sees it, and of what they are asked."""

from typing import Any

MEETING = "00000000-0000-4000-8000-000000000002"
SAID = "00000000-0000-4000-8000-000000000501"


def perspective(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": SAID if number == 1 else "00000000-0000-4000-8000-000000000502",
        "whose": "CHILD",
        "speaker": "Asta Prøve",
        "obtained": True,
        "way": "TOLD",
        "how": None,
        "text": "Jeg vil gerne have fred.",
        "answers": [
            {
                "key": "today",
                "question": "Hvordan har du det?",
                "kind": "SCALE",
                "value": "4",
                "said": "Glad: 4 (1-5)",
                "step": "Glad",
                "lowest": 1,
                "highest": 5,
                "faces": True,
            },
            {
                "key": "wish",
                "question": "Hvad ønsker du?",
                "kind": "WORDS",
                "value": "Mere ro",
                "said": "Mere ro",
                "step": None,
                "lowest": None,
                "highest": None,
                "faces": False,
            },
        ],
        "attempts": None,
        "toldTo": "Lærke Lærer",
        "toldToRole": "lærer",
        "toldOn": "2026-11-20",
        "ownWords": True,
        "drawing": {"width": 640, "height": 440},
        "forParents": True,
        "forGuests": True,
        "recordedBy": "Lone Leder",
        "recordedAt": "2026-11-20T09:00:00Z",
        "replacedAt": None,
        "takenBackAt": None,
        "mine": True,
        "mayCorrect": True,
        "mayTakeBack": True,
        **more,
    }


def _question(key: str, kind: str, **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "text": f"Hvordan er {key}?",
        "help": "Svar, som du har lyst til.",
        "kind": kind,
        "required": False,
        "faces": False,
        "low": None,
        "high": None,
        "options": [],
        **more,
    }


def _steps(first: int, last: int) -> list[dict[str, str]]:
    return [{"value": str(number), "label": str(number)} for number in range(first, last + 1)]


PERSPECTIVE_FORM: dict[str, Any] = {
    "name": "Min stemme",
    "text": "Der er ingen forkerte svar.",
    "questions": [
        _question("today", "SCALE", faces=True, options=_steps(1, 5)),
        _question("scale", "SCALE", low="Værst", high="Bedst", options=_steps(0, 10)),
        _question("choice", "CHOICE", options=[{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]),
        _question("wish", "WORDS"),
        _question("drawing", "DRAWING"),
    ],
}
MOVEMENT: dict[str, Any] = {
    "whose": "CHILD",
    "question": "Hvordan har du det?",
    "lowest": 0,
    "highest": 10,
    "low": "Værst",
    "high": "Bedst",
    "points": [
        {"meetingId": MEETING, "on": "2026-09-01", "value": 2, "label": None},
        {"meetingId": MEETING, "on": "2026-11-20", "value": 6, "label": None},
    ],
}
