"""Tell upwards that something stands in the way, and answer it: never about a child (SL-32)."""

from services.api.portal.answers import answer_field, answers
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import ADMINISTRATION, STAFF
from services.api.portal.page import Ids, Page


def _report(_: Ids, fields: Fields) -> Input:
    return {
        "report": fields.text("report"),
        "values": answers(fields),
        "keepReason": fields.text("keepReason", required=False),
    }


def _answer(ids: Ids, fields: Fields) -> Input:
    return {
        "reportId": ids["id"],
        "answer": fields.text("answer"),
        "keepReason": fields.text("keepReason", required=False),
        "expectedVersion": fields.number("expectedVersion"),
    }


ALL = Page(
    name="reports",
    path="/reports",
    query="Reports",
    audience=STAFF | ADMINISTRATION,
    actions=(Action("tell", "ReportUpward", _report, done="reported-upward", locate=answer_field),),
    takes_after=True,
)
ONE = Page(
    name="reports",
    path="/reports/{id:str}",
    query="Report",
    audience=STAFF | ADMINISTRATION,
    template="reports/one.html",
    actions=(Action("answer", "AnswerReport", _answer, done="report-answered"),),
)
