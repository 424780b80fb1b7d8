"""The children a professional may see. The search is posted: a child's name belongs in no address or log."""

from typing import Any

from litestar import Response

from services.api.portal.frame import STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Page, sent_values, show
from services.api.portal.security import require_same_origin

PAGE = Page(
    name="children",
    path="/children",
    query="Children",
    audience=STAFF,
    context=lambda _: {"search": ""},
)


async def search(request: PortalRequest) -> Response[Any]:
    """The list narrowed by a name, or its next page."""
    require_same_origin(request)
    values = await sent_values(request)
    wanted = (values.get("search") or [""])[-1].strip()
    after = (values.get("after") or [""])[-1]
    return await show(
        request, PAGE, variables={"search": wanted or None, "after": after or None}, search=wanted
    )
