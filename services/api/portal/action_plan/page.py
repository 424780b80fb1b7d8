"""A child's action plans: written with the family, complete before the meeting that waits for it, sent after the follow-up."""

from services.api.portal.answers import answer_field, answers
from services.api.portal.drafts.keeping import Keeping
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import STAFF
from services.api.portal.page import Ids, Page


def _write(ids: Ids, fields: Fields) -> Input:
    return {
        "childId": ids["id"],
        "document": fields.text("document"),
        "values": answers(fields),
        "complete": fields.flag("complete"),
        "problemId": fields.text("problemId", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _send(_: Ids, fields: Fields) -> Input:
    return {
        "planId": fields.text("planId"),
        "meetingId": fields.text("meetingId"),
        "expectedVersion": fields.number("expectedVersion"),
    }


PAGE = Page(
    name="action_plan",
    path="/children/{id:str}/plans",
    query="ActionPlans",
    audience=STAFF,
    keeps=Keeping("CHILD"),
    actions=(
        Action("write", "WriteActionPlan", _write, done="plan-written", locate=answer_field),
        Action("send", "SendActionPlan", _send, done="plan-sent"),
    ),
)
