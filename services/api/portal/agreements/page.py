"""What was agreed about the family's children: who does what, and by when; and what is theirs to do, done."""

from collections.abc import Mapping
from typing import Any, Final

from services.api.portal.execution import Data
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import FAMILY
from services.api.portal.page import Ids, Page
from services.api.portal.render import nodes


def _not_done(_: Ids, fields: Fields) -> Input:
    return {"agreementId": fields.text("agreementId"), "expectedVersion": fields.number("expectedVersion")}


def _done(ids: Ids, fields: Fields) -> Input:
    return {**_not_done(ids, fields), "note": fields.text("note", required=False)}


DEEDS: Final = (
    Action("done", "SayDone", _done, done="deed-done"),
    Action("not-done", "SayNotDone", _not_done, done="deed-not-done"),
)
"""What one may say of an agreement wherever it is shown."""


def _context(data: Data) -> dict[str, Any]:
    """Each child with what was agreed: what is to be done by its day, so that what is late stands first; then the rest."""
    return {
        "agreed": [
            (child, sorted(nodes(child["agreements"]), key=_place)) for child in nodes(data["children"])
        ]
    }


def _place(agreement: Mapping[str, Any]) -> tuple[bool, bool, str]:
    return agreement["status"] != "OPEN", agreement["dueOn"] is None, agreement["dueOn"] or ""


PAGE = Page(
    name="agreements",
    path="/agreements",
    query="Agreements",
    audience=FAMILY,
    context=_context,
    actions=DEEDS,
)
