"""Made-up answers about emergencies, delegations and who can see a child."""

from typing import Any

from tests.portal.sample_meeting import connection

EMERGENCY = "e-1"


def _staff(name: str, who: str = "s-9") -> dict[str, Any]:
    return {"id": who, "name": name, "profession": "Psykolog", "email": None, "phone": None}


def emergency(child: str, *, open_: bool = True, to_review: bool = False) -> dict[str, Any]:
    """A child that was opened in an emergency."""
    return {
        "id": EMERGENCY,
        "childId": child,
        "childName": "Asta Eksempel",
        "category": "Fare for barnets liv eller helbred",
        "reason": "Barnet er kørt på skadestuen, og ingen tager telefonen.",
        "openedAt": "2026-11-22T09:00:00Z",
        "until": "2026-11-22T17:00:00Z",
        "open": open_,
        "toReview": to_review,
        "unit": {"name": "Skovskolen"},
        "person": _staff("Palle Eksempel"),
        "reviews": [
            {
                "at": "2026-11-22T12:00:00Z",
                "capacity": "DPO",
                "justified": False,
                "note": "Klasselæreren var på arbejde.",
                "reviewer": _staff("Dorte Eksempel"),
            }
        ],
    }


def glass(capacity: str, child: str) -> dict[str, Any]:
    """What these pages ask for."""
    leads = capacity == "LEADER"
    one = emergency(child, to_review=capacity in ("LEADER", "DPO"))
    return {
        "emergency": one,
        "emergencies": connection(one, emergency("c-elsewhere", open_=False), more=True),
        "emergenciesOfChild": [one],
        "emergencyCategories": [
            {
                "key": "life_or_health",
                "name": "Fare for barnets liv eller helbred",
                "hours": 8,
                "mostHours": 24,
            }
        ],
        "calendarFeed": {"madeAt": "2026-11-20T09:00:00Z"},
        "delegations": [
            {
                "id": "d-1",
                "from": "2026-11-22T09:00:00Z",
                "until": "2026-11-29T23:00:00Z",
                "mine": False,
                "childId": child,
                "childName": "Asta Eksempel",
                "absent": _staff("Klaus Eksempel", "s-1"),
                "delegate": _staff("Vibe Eksempel", "s-2"),
            }
        ],
        "standIns": [_staff("Vibe Eksempel", "s-2")],
        "ledStaff": [_staff("Klaus Eksempel", "s-1")] if leads else [],
    }
