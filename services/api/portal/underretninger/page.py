"""Worried about a child: whom to reach now, and whom it is about; and the underretninger that are the viewer's to see.

Two clicks from anywhere: the menu, then the child. A name is posted: it belongs in no address or log.
"""

from typing import Any

from litestar import Response

from services.api.portal.frame import STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Page, sent_values, show
from services.api.portal.security import require_same_origin

PAGE = Page(
    name="underretninger",
    path="/underretninger",
    query="Underretninger",
    audience=STAFF,
    context=lambda _: {"search": ""},
    takes_after=True,
)


async def find(request: PortalRequest) -> Response[Any]:
    """The children narrowed by a name."""
    require_same_origin(request)
    wanted = ((await sent_values(request)).get("search") or [""])[-1].strip()
    return await show(request, PAGE, variables={"search": wanted or None}, search=wanted)
