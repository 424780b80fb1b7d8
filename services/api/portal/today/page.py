"""A professional's first page: what waits for them, their meetings and who has answered."""

from services.api.portal.child.page import settle_deadline
from services.api.portal.forms import Action
from services.api.portal.frame import STAFF
from services.api.portal.page import Page

PAGE = Page(
    name="today",
    path="/",
    query="Today",
    audience=STAFF,
    actions=(Action("settle-deadline", "SettleDeadline", settle_deadline, done="deadline-settled"),),
)
