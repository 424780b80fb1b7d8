"""A meeting as the family sees it: time, place, who comes and why, agenda, answer, and what was agreed."""

from collections.abc import Sequence
from typing import Final

from services.api.portal.agreements.page import DEEDS
from services.api.portal.forms import CHOOSE, Action, Fields, Input
from services.api.portal.frame import FAMILY
from services.api.portal.language import N_
from services.api.portal.page import Ids, Page

_BOTH: Final = N_(
    "Sæt flueben ved begge: personen skal være fyldt 15 år og vide, at det ikke må fortælles videre."
)
_ANSWERS: Final = ("COMING", "ANOTHER_TIME", "NOT_COMING")
_ONE_WISH: Final = N_("Send ét ønske ad gangen: en, der skal med, eller en, du ikke vil have med.")


def answer(ids: Ids, fields: Fields) -> Input:
    """An answer to one's own invitation; a proposed time only with the wish for another."""
    given = fields.text("answer", required=False)
    if given not in _ANSWERS:
        fields.refuse("answer", CHOOSE)
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
    if participant and fields.text("who", required=False):
        fields.refuse("who", _ONE_WISH)
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


def _companion(ids: Ids, fields: Fields) -> Input:
    said = fields.many("said")
    if not {"of_age", "secrecy"} <= set(said):
        fields.refuse("said", _BOTH)
    return {
        "meetingId": ids["id"],
        "name": fields.text("name"),
        "relation": fields.text("relation", required=False),
        "ofAge": "of_age" in said,
        "boundToSecrecy": "secrecy" in said,
    }


def _not_coming(_: Ids, fields: Fields) -> Input:
    return {"relationId": fields.text("relationId"), "expectedVersion": fields.number("expectedVersion")}


def _where(path: Sequence[str], _: Input) -> str:
    """Where the form shows what the mutation names."""
    return "said" if path[0] in ("ofAge", "boundToSecrecy") else path[0]


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
        Action("my-companion", "BringCompanion", _companion, done="companion-brought", locate=_where),
        Action("no-companion", "WithdrawCompanion", _not_coming, done="companion-withdrawn"),
        *DEEDS,
    ),
)
