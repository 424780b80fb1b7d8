"""Breaking the glass: the form for it, those one answers for, and one of them with what was said of it."""

from services.api.portal.forms import CHOOSE, Action, Fields, Input
from services.api.portal.frame import OVERSIGHT, STAFF
from services.api.portal.page import Ids, Page


def _break(_: Ids, fields: Fields) -> Input:
    return {
        "category": fields.text("category"),
        "reason": fields.text("reason"),
        "hours": fields.number("hours", required=False),
        "cpr": fields.text("cpr", required=False),
        "name": fields.text("name", required=False),
        "bornOn": fields.day("bornOn", required=False),
    }


def _end(ids: Ids, _: Fields) -> Input:
    return {"emergencyId": ids["id"]}


def _review(ids: Ids, fields: Fields) -> Input:
    justified = fields.text("justified", required=False)
    if justified is None:
        fields.refuse("justified", CHOOSE)
    return {
        "emergencyId": ids["id"],
        "justified": justified == "yes",
        "note": fields.text("note"),
    }


ALL = Page(
    name="emergencies",
    path="/emergencies",
    query="Emergencies",
    audience=STAFF | OVERSIGHT,
    takes_after=True,
    actions=(Action("break", "BreakGlass", _break, done="glass-broken"),),
)
ONE = Page(
    name="emergencies",
    path="/emergencies/{id:str}",
    query="EmergencyPage",
    audience=STAFF | OVERSIGHT,
    template="emergencies/one.html",
    actions=(
        Action("end", "EndEmergency", _end, done="emergency-ended"),
        Action("review", "ReviewEmergency", _review, done="emergency-reviewed"),
    ),
)
