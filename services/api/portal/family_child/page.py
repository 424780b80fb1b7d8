"""A child's case as the family sees it: whom to contact, what is offered, the network, what was shared."""

from services.api.portal.answers import answer_field, answers
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import FAMILY
from services.api.portal.page import Ids, Page


def _answer(_: Ids, fields: Fields) -> Input:
    return {
        "offerId": fields.text("offerId"),
        "accepted": fields.flag("accepted"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _evaluate(_: Ids, fields: Fields) -> Input:
    return {"networkId": fields.text("networkId"), "values": answers(fields)}


PAGE = Page(
    name="family_child",
    path="/children/{id:str}",
    query="FamilyChild",
    audience=FAMILY,
    actions=(
        Action("my-offer-answer", "AnswerOffer", _answer, done="offer-answered"),
        Action("my-evaluation", "SayWhetherItHelped", _evaluate, done="evaluation-told", locate=answer_field),
    ),
)
