"""Worried about a child: whom to reach now, the model's way to the authority, and the underretning itself.

Open to whoever sees the child, also by a place in a meeting or in an emergency, and of a closed case: no state of
anything stands in the way of the duty.
"""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _record_underretning(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "text": fields.text("text"),
        "problemId": fields.text("problemId", required=False),
        "bypass": fields.text("bypass", required=False),
        "readerId": fields.text("readerId", required=False),
        "send": fields.flag("send"),
    }


PAGE = Page(
    name="child_concern",
    path="/children/{id:str}/underret",
    query="ChildConcern",
    audience=STAFF,
    actions=(
        Action(
            "record-underretning", "RecordUnderretning", _record_underretning, done="underretning-recorded"
        ),
    ),
)
