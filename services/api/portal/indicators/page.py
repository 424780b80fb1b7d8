"""The committee's figures: what a period showed, the judgement of it, and its release."""

from typing import Any

from services.api.portal.execution import Data
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import ADMINISTRATION, AUDIT, OVERSIGHT, STAFF
from services.api.portal.language import N_
from services.api.portal.page import Ids, Page
from services.api.portal.render import nodes

_NOT_A_NUMBER = N_("Skriv et tal, for eksempel 4,2.")
AUDIENCE = STAFF | OVERSIGHT | ADMINISTRATION | AUDIT


def _record(ids: Ids, fields: Fields) -> Input:
    return {
        "periodId": ids["id"],
        "indicator": fields.text("indicator"),
        "value": _decimal(fields, "value"),
        "respondents": fields.number("respondents", required=False) or 0,
        "source": fields.text("source"),
    }


def _judge(ids: Ids, fields: Fields) -> Input:
    return {
        "periodId": ids["id"],
        "judgement": fields.text("judgement"),
        "keepReason": fields.text("keepReason", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _release(ids: Ids, fields: Fields) -> Input:
    return {"periodId": ids["id"], "expectedVersion": fields.number("expectedVersion")}


def _decimal(fields: Fields, name: str) -> float | None:
    value = fields.text(name)
    if value is None:
        return None
    whole, _, rest = value.replace(",", ".").partition(".")
    if not (whole + rest).isdecimal() or len(value) > 12:
        fields.refuse(name, _NOT_A_NUMBER)
        return None
    return float(f"{int(whole or 0)}.{rest or 0}")


def _trend(data: Data) -> dict[str, Any]:
    """The first part of every measure in percent, over the released periods of the page; the oldest first."""
    released = [one for one in nodes(data["indicatorPeriods"]) if one["releasedAt"]][::-1]
    rows: dict[str, dict[str, Any]] = {}
    for place, period in enumerate(released):
        for measure in [each for one in period["indicators"] for each in one["measures"]]:
            if measure["entered"] or not measure["figures"] or measure["figures"][0]["percent"] is None:
                continue
            first = measure["figures"][0]
            row = rows.setdefault(
                f"{measure['key']}:{first['part']}",
                {"name": measure["name"], "part": first["name"], "percents": [None] * len(released)},
            )
            row["percents"][place] = first["percent"]
    return {"trend_periods": released, "trend": list(rows.values())}


ALL = Page(
    name="indicators",
    path="/indicators",
    query="Indicators",
    audience=AUDIENCE,
    context=_trend,
    takes_after=True,
)
ONE = Page(
    name="indicators",
    path="/indicators/{id:str}",
    query="IndicatorPeriod",
    audience=AUDIENCE,
    template="indicators/one.html",
    actions=(
        Action("record", "RecordFigure", _record, done="figure-recorded"),
        Action("judge", "DraftJudgement", _judge, done="judgement-drafted"),
        Action("release", "ReleaseIndicators", _release, done="indicators-released"),
    ),
)
