"""A child's family: who is around it, brothers and sisters, protection, birth, death, moving."""

from collections.abc import Sequence

from services.api.portal.child.page import part_of_case
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def relation(ids: Ids, fields: Fields) -> Input:
    """Somebody around a child; what a kind does not ask for is left empty."""
    said = fields.many("said")
    texts = ("name", "contact", "variant", "language", "note")
    chosen = ("siblingId", "belongsToId", "shownTo")
    return {
        "childId": ids["id"],
        "kind": fields.text("kind"),
        **{name: fields.text(name, required=False) for name in (*texts, *chosen)},
        "ofAge": "of_age" in said,
        "boundToSecrecy": "secrecy" in said,
    }


def end_relation(_: Ids, fields: Fields) -> Input:
    """Which relation is over."""
    return {
        "relationId": fields.text("relationId"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def where(path: Sequence[str], _: Input) -> str:
    """The field of an error's path: two of the inputs are ticked in one group."""
    return "said" if path[0] in ("ofAge", "boundToSecrecy") else path[0]


def _information(_: Ids, fields: Fields) -> Input:
    return {
        "relationId": fields.text("relationId"),
        "askedOn": fields.day("askedOn"),
        "asked": fields.text("asked"),
        "told": fields.text("told"),
        "nothingOfHolder": fields.flag("nothingOfHolder"),
    }


def _protection(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "holderId": _other(ids, fields),
        "kind": fields.text("kind"),
        "since": fields.day("since"),
        "until": fields.day("until", required=False),
    }


def _birth(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "bornOn": fields.day("bornOn"),
        "name": fields.text("name"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _death(ids: Ids, fields: Fields) -> Input:
    return {"childId": ids["id"], "holderId": _other(ids, fields), "diedOn": fields.day("diedOn")}


def _move(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "movedOn": fields.day("movedOn"),
        "to": fields.text("to", required=False),
        "handoverAgreedOn": fields.day("handoverAgreedOn", required=False),
        "handover": fields.text("handover", required=False),
    }


def _take_back(_: Ids, fields: Fields) -> Input:
    return {
        "departureId": fields.text("departureId"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _other(ids: Ids, fields: Fields) -> str | None:
    """One of the family who is not the child itself."""
    chosen = fields.text("holderId")
    return None if chosen == ids["id"] else chosen


PAGE = Page(
    name="child_family",
    path="/children/{id:str}/family",
    query="ChildFamily",
    audience=STAFF,
    context=part_of_case,
    actions=(
        Action("record-relation", "RecordFamilyRelation", relation, done="relation-recorded", locate=where),
        Action("end-relation", "EndFamilyRelation", end_relation, done="relation-ended"),
        Action("record-information", "RecordInformationGiven", _information, done="information-recorded"),
        Action("record-protection", "RecordProtection", _protection, done="protection-recorded"),
        Action("record-birth", "RecordBirth", _birth, done="birth-recorded"),
        Action("record-death", "RecordDeath", _death, done="death-recorded"),
        Action("record-move", "RecordMoveOut", _move, done="move-recorded"),
        Action("take-back-departure", "TakeBackDeparture", _take_back, done="departure-taken-back"),
    ),
)
