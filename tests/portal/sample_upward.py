"""Made-up answers about what is told upwards and about a committee's figures."""

from typing import Any

from tests.portal.sample_meeting import connection, reason

REPORT = "r-1"
PERIOD = "p-1"

_FIELD: dict[str, Any] = {
    "key": "how",
    "label": "Hvordan står den i vejen?",
    "help": None,
    "kind": "LONG_TEXT",
    "required": True,
    "value": None,
    "visibleToFamily": False,
    "knownAlready": False,
    "options": [],
}


def kind() -> dict[str, Any]:
    """A kind of report."""
    return {
        "key": "legislation",
        "name": "Lovgivning, der står i vejen",
        "to": "Ledelsen",
        "why": reason("Fagpersoner kan melde opad."),
        "form": {"text": "Ingen navne på børn.", "fields": [_FIELD]},
    }


def report(status: str = "RECEIVED", **more: Any) -> dict[str, Any]:
    """Something that was told."""
    return {
        "id": REPORT,
        "status": status,
        "writtenAt": "2026-11-20T09:00:00Z",
        "keptReason": None,
        "answer": None,
        "answeredAt": None,
        "version": 1,
        "mine": False,
        "mayAnswer": status == "RECEIVED",
        "kind": kind(),
        "fields": [_FIELD | {"value": "To love siger hver sit.\nDet tager tid."}],
        "writer": {"name": "Lone Lærer", "profession": "Klasselærer"},
        "answeredBy": None,
        **more,
    }


def figure(
    part: str, name: str, number: float | None, percent: int | None, small: bool = False
) -> dict[str, Any]:
    """A part of a measure."""
    return {"part": part, "name": name, "number": number, "percent": percent, "small": small}


def measure(key: str, name: str, figures: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """A measure with its parts."""
    return {
        "key": key,
        "name": name,
        "kind": "CHILDREN",
        "entered": False,
        "whom": "børn med et møde holdt i perioden",
        "whole": 40.0,
        "small": False,
        "source": None,
        "figures": figures,
        **more,
    }


def indicators() -> list[dict[str, Any]]:
    """What is followed, with figures that are shown, hidden, too small, entered and missing."""
    shown = [figure("yes", "Ja", 30.0, 75), figure("no", "Nej", 10.0, 25)]
    hidden = [figure("yes", "Ja", None, None), figure("no", "Nej", None, None, small=True)]
    of = {"rule": "SL-19", "expectation": None, "every": "3 måneder", "smallestGroup": 5}
    entered = {"entered": True, "whom": "svar"}
    return [
        {
            "key": "involvement",
            "name": "Inddragelse",
            **of,
            "measures": [
                measure("family_attended", "Familien var med", shown),
                measure("family_heard", "Familien blev spurgt", hidden),
                measure("meetings_by_type", "Børn efter mødetype", []),
                measure("agreements_done", "Aftaler", [], whole=None, small=True),
                measure("underretninger", "Underretninger", [], whole=16.0),
                measure("first_meeting", "Første møde", [], whole=None),
            ],
        },
        {
            "key": "staff",
            "name": "Arbejdsglæde",
            **of,
            "measures": [
                measure(
                    "reported_score",
                    "Score",
                    [figure("value", "Score", 4.2, None)],
                    **entered,
                    kind="SCORE",
                    source="=Måling",
                )
            ],
        },
        {
            "key": "health",
            "name": "Sundhed",
            **of,
            "measures": [
                measure(
                    "reported_share",
                    "Andel",
                    [figure("value", "Andel", None, None, small=True)],
                    **entered,
                    kind="PERCENT",
                    source="Måling",
                )
            ],
        },
        {
            "key": "placements",
            "name": "Anbringelser",
            **of,
            "expectation": "Vi håber på færre.",
            "measures": [measure("reported", "Antal", [], entered=True, kind="COUNT", whom=None, whole=None)],
        },
    ]


def period(released: bool = False, **more: Any) -> dict[str, Any]:
    """A period: a draft, or released."""
    return {
        "id": PERIOD,
        "beganOn": "2026-07-01",
        "endedOn": "2026-09-30",
        "countedAt": "2026-10-01T00:05:00Z",
        "judgement": "Det går fremad.\nFlere familier er med." if released else None,
        "releasedAt": "2026-10-20T08:00:00Z" if released else None,
        "releasedBy": {"name": "Lone Leder"} if released else None,
        "version": 3,
        "mineToJudge": not released,
        "waitsFor": [] if released else [reason("Tal står ikke alene.")],
        "indicators": indicators(),
        **more,
    }


def upward() -> dict[str, Any]:
    """What the root fields about both answer."""
    older = period(True, id="p-0", beganOn="2026-04-01", endedOn="2026-06-30")
    answered = report(
        "ANSWERED", answer="Tak.", answeredAt="2026-11-21T09:00:00Z", answeredBy={"name": "Lone Leder"}
    )
    return {
        "reportKinds": [kind()],
        "upwardReports": connection(report(), answered | {"mine": True}, more=True),
        "upwardReport": report(keptReason="Det er en butik."),
        "indicators": indicators(),
        "indicatorPeriods": connection(period(), period(True), older, more=True),
        "indicatorPeriod": period(),
    }
