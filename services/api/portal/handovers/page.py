"""What is handed over to the viewer: take it on, and read it."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _accept(_: Ids, fields: Fields) -> Input:
    return {"handoverId": fields.text("handoverId"), "expectedVersion": fields.number("expectedVersion")}


PAGE = Page(
    name="handovers",
    path="/handovers",
    query="Handovers",
    audience=STAFF,
    actions=(Action("accept", "AcceptHandover", _accept, done="handover-accepted"),),
    takes_after=True,
)
