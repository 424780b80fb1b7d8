"""What was agreed about the family's children: who does what, and by when; and what is theirs to do, done."""

from typing import Final

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import FAMILY
from services.api.portal.page import Ids, Page


def _not_done(_: Ids, fields: Fields) -> Input:
    return {"agreementId": fields.text("agreementId"), "expectedVersion": fields.number("expectedVersion")}


def _done(ids: Ids, fields: Fields) -> Input:
    return {**_not_done(ids, fields), "note": fields.text("note", required=False)}


DEEDS: Final = (
    Action("done", "SayDone", _done, done="deed-done"),
    Action("not-done", "SayNotDone", _not_done, done="deed-not-done"),
)
"""What one may say of an agreement wherever it is shown."""

PAGE = Page(name="agreements", path="/agreements", query="Agreements", audience=FAMILY, actions=DEEDS)
