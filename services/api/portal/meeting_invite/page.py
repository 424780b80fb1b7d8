"""One more for a meeting: who can come in which role, with who must say yes first."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _invite(ids: Ids, fields: Fields) -> Input:
    role, _, person = (fields.text("role") or "").partition(":")
    return {
        "meetingId": ids["id"],
        "expectedVersion": fields.number("expectedVersion"),
        "role": role,
        "personId": person or None,
        "name": fields.text("name", required=bool(role) and not person),
        "agreedBy": fields.many("agreedBy"),
    }


PAGE = Page(
    name="meeting_invite",
    path="/meetings/{id:str}/invite",
    query="MeetingInvite",
    audience=STAFF,
    actions=(Action("more", "InviteParticipant", _invite, done="invited"),),
)
