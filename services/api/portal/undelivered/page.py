"""What did not reach somebody: for who has to do something about it, and for who runs the system after an outage."""

from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import ADMINISTRATION, OVERSIGHT, STAFF
from services.api.portal.page import Ids, Page


def _again(_: Ids, fields: Fields) -> Input:
    return {"undeliveredId": fields.text("undeliveredId"), "resolution": "SENT_AGAIN"}


def _close(_: Ids, fields: Fields) -> Input:
    return {"undeliveredId": fields.text("undeliveredId"), "resolution": fields.text("resolution")}


def _settle(ids: Ids, fields: Fields) -> Input:
    return _close(ids, fields) | {"why": fields.text("why", required=False) or ""}


def _group(_: Ids, fields: Fields) -> Input:
    return {
        "since": fields.text("since"),
        "until": fields.text("until"),
        "channel": fields.text("channel"),
        "reason": fields.text("reason"),
    }


def _time(_: Ids, fields: Fields) -> Input:
    return {
        "since": fields.moment("since"),
        "until": fields.moment("until"),
        "channel": fields.text("channel", required=False),
        "reason": fields.text("reason", required=False),
    }


PAGE = Page(
    name="undelivered",
    path="/undelivered",
    query="UndeliveredPage",
    audience=STAFF,
    actions=(
        Action("again", "DealWithUndelivered", _again, done="undelivered-sent-again"),
        Action("settle", "DealWithUndelivered", _settle, done="undelivered-settled"),
    ),
)
IN_OFFICE = Page(
    name="undelivered",
    path="/undelivered",
    query="UndeliveredInOffice",
    audience=ADMINISTRATION | OVERSIGHT,
    template="undelivered/office.html",
    takes_after=True,
    # Of an address of their own: a refused form comes back on the page that it stood on.
    actions=(
        Action("send", "DealWithUndelivered", _again, done="undelivered-sent-again"),
        Action("close", "DealWithUndelivered", _close, done="undelivered-settled"),
        Action("resend", "ResendUndelivered", _group, done="undelivered-resent"),
        Action("resend-since", "ResendUndelivered", _time, done="undelivered-resent"),
    ),
)
