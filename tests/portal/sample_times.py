"""A circle that is asked when it suits."""

from typing import Any

TIMES = ("2026-12-15T08:00:00Z", "2026-12-16T12:30:00Z")


def proposal() -> dict[str, Any]:
    """Two times, and who has answered."""
    return {
        "id": "t-1",
        "version": 1,
        "answerBy": "2026-12-09T23:00:00Z",
        "mayAnswer": True,
        "leads": True,
        "times": [
            {
                "id": f"t-{number}",
                "startsAt": at,
                "endsAt": at.replace(":00:00Z", ":45:00Z").replace(":30:00Z", ":59:00Z"),
                "myAnswer": answer,
                "fits": 1,
                "ratherNot": 0,
                "doesNot": number,
            }
            for number, (at, answer) in enumerate(zip(TIMES, ("FITS", None), strict=True))
        ],
        "people": [
            {"name": "Anna Eksempel", "roleName": "Forælder", "answers": ["FITS", "NOT"]},
            {"name": "Klaus Eksempel", "roleName": "Klasselærer", "answers": [None, None]},
        ],
    }
