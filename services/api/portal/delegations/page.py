"""Who acts for whom: let a colleague act while somebody is away, and take it back."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _delegate(_: Ids, fields: Fields) -> Input:
    return {
        "delegateId": fields.text("delegateId"),
        "absentId": fields.text("absentId", required=False),
        "childIds": fields.many("childIds"),
        "firstDay": fields.day("firstDay"),
        "lastDay": fields.day("lastDay"),
    }


def _end(_: Ids, fields: Fields) -> Input:
    return {"delegationId": fields.text("delegationId")}


PAGE = Page(
    name="delegations",
    path="/delegations",
    query="Delegations",
    audience=STAFF,
    actions=(
        Action("make", "Delegate", _delegate, done="delegated"),
        Action("end", "EndDelegation", _end, done="delegation-ended"),
    ),
)
