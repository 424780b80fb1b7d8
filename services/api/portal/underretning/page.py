"""One underretning, for the few it is for: read it, note that it was sent, and what the authority has done."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _read(ids: Ids, _: Fields) -> Input:
    return {"underretningId": ids["id"]}


def _send(ids: Ids, fields: Fields) -> Input:
    return {"underretningId": ids["id"], "text": fields.text("text", required=False)}


def _settle(ids: Ids, fields: Fields) -> Input:
    return {
        "underretningId": ids["id"],
        "step": fields.text("step"),
        "beginProcess": fields.flag("beginProcess"),
    }


PAGE = Page(
    name="underretning",
    path="/underretninger/{id:str}",
    query="UnderretningPage",
    audience=STAFF,
    actions=(
        Action("read", "ReadUnderretning", _read, done="underretning-read"),
        Action("send", "SendUnderretning", _send, done="underretning-sent"),
        Action("settle", "SettleUnderretning", _settle, done="underretning-settled"),
    ),
)
