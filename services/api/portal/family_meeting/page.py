"""A meeting as the family sees it: time, place, who comes and why, agenda, answer, and what was agreed."""

from typing import Final

from services.api.portal.agreements.page import DEEDS
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


def _wish(ids: Ids, fields: Fields) -> Input:
    participant = fields.text("participantId", required=False)
    return {
        "meetingId": ids["id"],
        "participantId": participant,
        "who": fields.text("who", required=participant is None),
        "why": fields.text("why", required=False),
    }


def _nothing_more(ids: Ids, _: Fields) -> Input:
    return {"meetingId": ids["id"]}


def _readers(ids: Ids, fields: Fields) -> Input:
    return {
        "meetingId": ids["id"],
        "participantIds": fields.many("participantIds"),
        "expectedVersion": fields.number("expectedVersion"),
    }


PAGE = Page(
    name="family_meeting",
    path="/meetings/{id:str}",
    query="FamilyMeeting",
    audience=FAMILY,
    actions=(
        Action("answer", "AnswerInvitation", answer, done="answered"),
        Action("my-agenda", "AddAgendaItemAsFamily", _agenda_item, done="agenda-added"),
        Action("wish", "SuggestParticipant", _wish, done="suggestion-made"),
        Action("readers", "ChooseReaders", _readers, done="readers-chosen"),
        Action("nothing-more", "SayHeard", _nothing_more, done="heard"),
        *DEEDS,
    ),
)
