"""A child as a professional first sees it: the picture of its case, what is now, what comes next, and who.

All else stands on pages of its own beside this one: problems, work, family, history, the underretning.
"""

from typing import Any

from services.api.portal.child.picture import draw, read
from services.api.portal.execution import Data, PageError
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page
from services.core.errors import ErrorCode


def part_of_case(data: Data) -> dict[str, Any]:
    """The pages beside the first are for those who see the case; who comes to a meeting finds none of them."""
    if data["child"]["asGuest"]:
        raise PageError(ErrorCode.NOT_FOUND)
    return {}


def settle_deadline(_: Ids, fields: Fields) -> Input:
    """Which deadline was met and when; no day: today."""
    return {
        "deadlineId": fields.text("deadlineId"),
        "expectedVersion": fields.number("expectedVersion"),
        "doneOn": fields.day("doneOn", required=False),
    }


def close_agreement(_: Ids, fields: Fields) -> Input:
    """Which agreement ends, and whether it was done or dropped: the button that was pressed."""
    return {
        "agreementId": fields.text("agreementId"),
        "status": fields.text("status"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def ask_consent(ids: Ids, fields: Fields) -> Input:
    """For what the family is to be asked."""
    return {"childId": ids["id"], "purpose": fields.text("purpose")}


def _close(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "expectedVersion": fields.number("expectedVersion")}


def _picture(data: Data) -> dict[str, Any]:
    child = data["child"]
    return {"picture": None if child["asGuest"] else draw(read(child))}


PAGE = Page(
    name="child",
    path="/children/{id:str}",
    query="ChildPage",
    smaller="ChildOfGuestPage",
    audience=STAFF,
    context=_picture,
    actions=(
        Action("settle-deadline", "SettleDeadline", settle_deadline, done="deadline-settled"),
        Action("close-agreement", "CloseAgreement", close_agreement, done="agreement-closed"),
        Action("ask-consent", "AskConsent", ask_consent, done="consent-asked"),
        Action("close", "CloseCasework", _close, done="casework-closed"),
    ),
)
