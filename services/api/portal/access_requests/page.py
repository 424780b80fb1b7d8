"""Asking for what is kept about oneself or one's child, and answering it (GDPR articles 12, 15 and 16)."""

from services.api.portal.forms import CHOOSE, Action, Fields, Input
from services.api.portal.frame import FAMILY, OVERSIGHT
from services.api.portal.page import Ids, Page


def _ask(_: Ids, fields: Fields) -> Input:
    kind = fields.text("kind", required=False)
    subject = fields.text("subjectId", required=False)
    for name, value in (("kind", kind), ("subjectId", subject)):
        if value is None:
            fields.refuse(name, CHOOSE)
    return {"kind": kind, "subjectId": subject, "words": fields.text("words", required=False)}


def _extend(ids: Ids, fields: Fields) -> Input:
    return {
        "accessRequestId": ids["id"],
        "reason": fields.text("reason"),
        "expectedVersion": fields.number("expectedVersion"),
    }


def _answer(ids: Ids, fields: Fields) -> Input:
    granted = fields.text("granted", required=False)
    if granted is None:
        fields.refuse("granted", CHOOSE)
    return {
        "accessRequestId": ids["id"],
        "granted": granted == "yes",
        "answer": fields.text("answer"),
        "expectedVersion": fields.number("expectedVersion"),
    }


OWN = Page(
    name="access_requests",
    path="/access-requests",
    query="OwnRequests",
    audience=FAMILY,
    takes_after=True,
    actions=(Action("ask", "AskForAccess", _ask, done="access-asked"),),
)
ALL = Page(
    name="access_requests",
    path="/access-requests",
    query="RequestsToAnswer",
    audience=OVERSIGHT,
    template="access_requests/office.html",
    takes_after=True,
)
ONE = Page(
    name="access_requests",
    path="/access-requests/{id:str}",
    query="RequestToAnswer",
    audience=OVERSIGHT,
    template="access_requests/one.html",
    actions=(
        Action("extend", "ExtendAccessRequest", _extend, done="access-extended"),
        Action("answer", "AnswerAccessRequest", _answer, done="access-answered"),
    ),
)
