"""One's own calendar: a link that a calendar program reads, shown once, and how to be rid of it."""

from typing import Any

from litestar import Response

from services.api.auth.connection import host_of
from services.api.portal.execution import Data, PageError
from services.api.portal.forms import Action, Fields, Input
from services.api.portal.frame import FAMILY, STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Ids, Page, mutate, sent_values, show
from services.api.portal.security import require_same_origin
from services.core.errors import ErrorCode
from services.core.settings import Settings


def _end(_: Ids, __: Fields) -> Input:
    return {}


def _no_link(_: Data) -> dict[str, Any]:
    return {"link": ""}


PAGE = Page(
    name="calendar",
    path="/me/calendar",
    query="Calendar",
    audience=FAMILY | STAFF,
    context=_no_link,
    actions=(Action("end", "EndCalendarFeed", _end, done="calendar-ended"),),
)


async def make(request: PortalRequest) -> Response[Any]:
    """Make a new link and show it in this answer alone: it stands in no address and is not kept for a second asking."""
    require_same_origin(request)
    await sent_values(request)
    made = await mutate(request, "MakeCalendarFeed", {}, "")
    if made["errors"]:
        raise PageError(ErrorCode(made["errors"][0]["code"]))
    settings: Settings = request.app.state["settings"]
    return await show(request, PAGE, link=settings.url_of(host_of(request)) + made["path"])
