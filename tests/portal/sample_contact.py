"""A made-up choice of how to be told: a parent with quiet nights, a professional at work."""

from typing import Any


def contact(capacity: str) -> dict[str, Any]:
    family = capacity == "FAMILY"
    post = None if family else "Digital Post er for familier. Du får besked på din arbejdsmail."
    return {
        "ways": [
            {"way": "MAIL", "chosen": True, "whyNot": None},
            {
                "way": "SMS",
                "chosen": False,
                "whyNot": None if family else "Skriv først et telefonnummer.",
            },
            {"way": "DIGITAL_POST", "chosen": family, "whyNot": post},
        ],
        "quietFrom": "22:00" if family else None,
        "quietUntil": "07:00" if family else None,
        "remindDays": 2 if family else None,
        "usualRemindDays": 1,
        "language": "da",
        "languages": ["da", "en"],
        "email": "mia@eksempel.dk" if family else "skoleleder@kommunen.dk",
        "telephone": "20 00 00 00" if family else None,
        "mayChangeDetails": family,
        "version": 3 if family else 0,
        "detailsVersion": 1,
    }
