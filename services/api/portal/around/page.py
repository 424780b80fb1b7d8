"""Around a child: offers, checklist, network, knowledge handed over, exchanges without consent, whom to reach."""

from services.api.portal.answers import answer_field, answers
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page

_YES = {"yes": True, "no": False}


def _record_offer(ids: Ids, fields: Fields) -> Input:
    accepted = _YES.get(fields.text("accepted", required=False) or "")
    return {
        "childId": ids["id"],
        "offer": fields.text("offer"),
        "accepted": accepted,
        "how": fields.text("how", required=False),
        "problemId": fields.text("problemId", required=False),
    }


def _answer_offer(_: Ids, fields: Fields) -> Input:
    return {
        "offerId": fields.text("offerId"),
        "accepted": fields.flag("accepted"),
        "how": fields.text("how"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _plan(_: Ids, fields: Fields) -> Input:
    return {
        "offerId": fields.text("offerId"),
        "values": answers(fields),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _tick(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "checklist": fields.text("checklist"), "item": fields.text("item")}


def _parts(fields: Fields) -> Input:
    return {
        "bearingForceId": fields.text("bearingForceId", required=False),
        "contactPersonId": fields.text("contactPersonId", required=False),
        "competences": fields.lines("competences"),
        "services": fields.many("services"),
    }


def _form_network(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "network": fields.text("network"), **_parts(fields)}


def _adjust_network(_: Ids, fields: Fields) -> Input:
    return {
        "networkId": fields.text("networkId"),
        "expectedVersion": fields.number("expectedVersion"),
        **_parts(fields),
    }


def _evaluate(_: Ids, fields: Fields) -> Input:
    return {
        "networkId": fields.text("networkId"),
        "values": answers(fields),
        "status": fields.text("status"),
    }


def _hand_over(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "handover": fields.text("handover"),
        "toUnitId": fields.text("toUnitId", required=False),
        "toPersonId": fields.text("toPersonId", required=False),
        "values": answers(fields),
    }


def _exchange(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "basis": fields.text("basis"),
        "withWhom": fields.text("withWhom"),
        "why": fields.text("why"),
        "on": fields.day("on"),
        "specialReason": fields.text("specialReason", required=False),
    }


PAGE = Page(
    name="around",
    path="/children/{id:str}/around",
    query="AroundChild",
    audience=STAFF,
    actions=(
        Action("offer", "RecordOffer", _record_offer, done="offer-recorded"),
        Action("offer-answer", "NoteOfferAnswer", _answer_offer, done="offer-answer-noted"),
        Action("plan", "FillSharedPlan", _plan, done="plan-written", locate=answer_field),
        Action("tick", "TickChecklistItem", _tick, done="item-ticked"),
        Action("network", "FormNetwork", _form_network, done="network-formed"),
        Action("adjust", "AdjustNetwork", _adjust_network, done="network-adjusted"),
        Action("evaluate", "EvaluateNetwork", _evaluate, done="network-evaluated", locate=answer_field),
        Action("hand-over", "HandOverKnowledge", _hand_over, done="handed-over", locate=answer_field),
        Action("exchange", "RecordExchange", _exchange, done="exchange-recorded"),
    ),
)
