"""What changes for one case under the version of the model in force, and the button that moves it there."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _move(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "versionId": fields.text("versionId"),
        "expectedVersion": fields.number("expectedVersion"),
    }


PAGE = Page(
    name="case_version",
    path="/children/{id:str}/version",
    query="CaseVersionPage",
    audience=STAFF,
    actions=(Action("move", "MoveCase", _move, done="case-moved"),),
)
