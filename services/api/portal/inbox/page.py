"""The portal's own messages: what was sent elsewhere in neutral words stands here in full."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.page import Ids, Page


def _read(_: Ids, fields: Fields) -> Input:
    return {"messageId": fields.text("messageId")}


PAGE = Page(
    name="inbox",
    path="/inbox",
    query="Inbox",
    actions=(Action("read", "MarkMessageRead", _read, done="message-read"),),
)
