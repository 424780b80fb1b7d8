"""A professional's first page: today's meetings, what waits by how much it presses, what others owe them."""

from typing import Any

from services.api.portal.child.page import settle_deadline
from services.api.portal.execution import Data
from services.api.portal.forms import Action
from services.api.portal.frame import STAFF
from services.api.portal.page import Page
from services.api.portal.render import nodes
from services.api.portal.today.order import day_of


def _context(data: Data) -> dict[str, Any]:
    return {"day": day_of(data["viewer"]["now"], nodes(data["tasks"]), nodes(data["meetings"]))}


PAGE = Page(
    name="today",
    path="/",
    query="Today",
    audience=STAFF,
    context=_context,
    actions=(Action("settle-deadline", "SettleDeadline", settle_deadline, done="deadline-settled"),),
)
