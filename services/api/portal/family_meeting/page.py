"""A meeting as the family sees it: time, place, who comes and why, agenda, answer, and what was agreed."""

from typing import Final

from services.api.portal.forms import REQUIRED, Action, Fields, Input
from services.api.portal.frame import FAMILY
from services.api.portal.page import Ids, Page

_ANSWERS: Final = ("COMING", "ANOTHER_TIME", "NOT_COMING")


def answer(ids: Ids, fields: Fields) -> Input:
    """An answer to one's own invitation; a proposed time only with the wish for another."""
    given = fields.text("answer", required=False)
    if given not in _ANSWERS:
        fields.refuse("answer", REQUIRED)
    return {
        "meetingId": ids["id"],
        "answer": given,
        "note": fields.text("note", required=False),
        "proposedTime": fields.moment("proposedTime", required=False) if given == "ANOTHER_TIME" else None,
    }


def _agenda_item(ids: Ids, fields: Fields) -> Input:
    return {"meetingId": ids["id"], "text": fields.text("text")}


def _view(ids: Ids, fields: Fields) -> Input:
    return {
        "meetingId": ids["id"],
        "whose": fields.text("whose"),
        "obtained": True,
        "text": fields.text("text"),
    }


PAGE = Page(
    name="family_meeting",
    path="/meetings/{id:str}",
    query="FamilyMeeting",
    audience=FAMILY,
    actions=(
        Action("answer", "AnswerInvitation", answer, done="answered"),
        Action("view", "TellOwnView", _view, done="view-told"),
        Action("my-agenda", "AddAgendaItemAsFamily", _agenda_item, done="agenda-added"),
    ),
)
