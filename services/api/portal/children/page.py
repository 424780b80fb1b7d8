"""The children a professional may see, and what each is at. The search is posted: a name belongs in no address or log."""

from collections.abc import Mapping
from typing import Any, Final

from litestar import Response

from services.api.portal.frame import STAFF
from services.api.portal.language import PortalRequest
from services.api.portal.page import Page, sent_values, show
from services.api.portal.security import require_same_origin

NARROWED: Final = ("order", "track", "level", "due")
"""What the address may say: keys and numbers of the model, never anything of a child."""


def narrowed(given: Mapping[str, str | None]) -> dict[str, Any]:
    """What was chosen, as the query's variables; what is no choice is left out."""
    level = given.get("level") or ""
    return {
        "order": "NAME" if given.get("order") == "name" else "NEXT",
        "track": given.get("track"),
        "level": int(level) if level.isascii() and level.isdecimal() and len(level) < 4 else None,
        "due": bool(given.get("due")),
    }


PAGE = Page(
    name="children",
    path="/children",
    query="Children",
    audience=STAFF,
    context=lambda _: {"search": ""},
    takes=NARROWED,
    asked_as=narrowed,
)


async def search(request: PortalRequest) -> Response[Any]:
    """The list narrowed by a name, or its next page; what it was narrowed to stays."""
    require_same_origin(request)
    values = await sent_values(request)
    given = {name: (values.get(name) or [""])[-1].strip() or None for name in (*NARROWED, "search", "after")}
    return await show(
        request,
        PAGE,
        variables={"search": given["search"], "after": given["after"]},
        search=given["search"] or "",
        asked={name: given[name] for name in NARROWED},
    )
