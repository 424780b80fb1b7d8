"""Consents of a child: what stands, who has not answered, answers that came on paper, and who was only told."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _ask(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "purpose": fields.text("purpose")}


def _invalidate(_: Ids, fields: Fields) -> Input:
    return {
        "consentId": fields.text("consentId"),
        "reason": fields.text("reason"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _inform(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "personId": fields.text("personId"),
        "what": fields.text("what"),
        "by": fields.text("by"),
        "informedAt": fields.moment("informedAt"),
    }


PAGE = Page(
    name="child_consents",
    path="/children/{id:str}/consents",
    query="ChildConsents",
    audience=STAFF,
    actions=(
        Action("ask", "AskConsent", _ask, done="consent-asked"),
        Action("invalidate", "InvalidateConsent", _invalidate, done="consent-invalidated"),
        Action("inform", "Inform", _inform, done="informed"),
    ),
)
