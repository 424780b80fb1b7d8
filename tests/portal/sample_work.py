"""Made-up processes and measures, and who holds a thread, in the states that a page shows."""

from typing import Any, Final

from tests.portal.sample_meeting import reason

HOLDER: Final = {"id": "s2", "name": "Kim Kontakt", "phone": "20 30 40 50", "email": "kim@kommune.example"}
THREAD: Final = [
    {
        "place": "",
        "name": "Tovholder",
        "since": None,
        "left": False,
        "holder": None,
        "pending": {"id": "viewer", "name": "Lone Leder"},
    }
]
TWO_PLACES: Final = [
    {
        "place": "leading",
        "name": "Lederen",
        "since": "2026-10-01T08:00:00Z",
        "left": True,
        "holder": HOLDER,
        "pending": None,
    },
    {"place": "close", "name": "Den tætteste", "since": None, "left": False, "holder": None, "pending": None},
]


def process(state: str = "running") -> dict[str, Any]:
    """A process that runs, is late or is done."""
    late = state == "late"
    return {
        "id": f"process-{state}",
        "name": "Børnefaglig undersøgelse",
        "knownOn": "2026-09-01",
        "dueOn": "2027-01-04",
        "begunAt": "2026-09-03T08:00:00Z",
        "endedAt": "2026-12-01T08:00:00Z" if state == "done" else None,
        "late": late,
        "ifMissed": "Vi laver en foreløbig vurdering." if late else None,
        "begunBy": HOLDER,
        "version": 2,
        "familyTold": not late,
        "findings": "Der er en moster, der hjælper.",
        "preliminary": None,
        "reason": None,
        "points": [
            {"number": 1, "name": "Risikofaktorer", "covered": True},
            {"number": 2, "name": "Beskyttelsesfaktorer", "covered": False},
        ],
        "why": reason("Undersøgelsen er færdig senest fire måneder efter.", rule="RA-26"),
    }


def measure(state: str = "RUNNING", **more: Any) -> dict[str, Any]:
    """A measure that was decided, runs or has ended."""
    decided = state == "DECIDED"
    return {
        "id": f"measure-{state}",
        "name": "Støttende indsats",
        "what": "En familiebehandler kommer hjem til jer om tirsdagen.",
        "state": state,
        "decidedOn": "2026-11-02",
        "startedOn": None if decided else "2026-11-09",
        "endedOn": "2026-11-20" if state == "ENDED" else None,
        "endReason": "I klarer det selv nu." if state == "ENDED" else None,
        "firstFollowUpBy": "2027-02-09" if state == "RUNNING" else None,
        "decidedBy": HOLDER,
        "version": 1,
        "withFamily": True,
        "consentStands": False,
        "consentPurpose": "measure",
        "mayStart": {
            "allowed": False,
            "needs": ["consent"],
            "missing": [reason("Alle, der skal spørges, har ikke sagt ja", rule="RA-27")],
            "advice": [],
        }
        if decided
        else None,
        **more,
    }


WORK: Final = {
    "processes": [process(), process("late"), process("done")],
    "processKinds": [
        {
            "key": "assessment",
            "name": "Børnefaglig undersøgelse",
            "why": reason("Fire måneder.", rule="RA-26"),
        }
    ],
    "measures": [measure("DECIDED"), measure(), measure("ENDED")],
    "measureKinds": [
        {
            "key": "supportive_effort",
            "name": "Støttende indsats",
            "why": reason("Med familien.", rule="RA-35"),
        }
    ],
}
