"""The copy that a family asked for: read anew when it is fetched, kept nowhere. The log, which has no end, in pieces.

Why this is safe: it is asked of the one contract by the asker's own session, so that it holds what their own pages would
show and nothing else; what is kept from them, for anybody's protection, is not in what is read. Each reading is in the log.
"""

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response

from services.api.portal.access_requests.words import told
from services.api.portal.execution import Data, PageError, run
from services.api.portal.frame import FAMILY, Frame
from services.api.portal.language import PortalRequest
from services.api.portal.perspective.drawing import PATH as DRAWING
from services.api.portal.render import nodes, render
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode

PAGE: Final = "/access-requests/{id:str}/copy"
FILE: Final = "/access-requests/{id:str}/copy.json"
LOG: Final = "/access-requests/{id:str}/log.json"
PIECE: Final = 10
"""So many pages of the log, of a hundred lines each, stand in one file."""


async def page(request: PortalRequest) -> Response[bytes]:
    """The copy to read; NOT_FOUND for a foreign one, or one that has no answer, as for what does not exist."""
    asked, content, about_child = await _read(request)
    # The log is long, and has a page of its own that puts it in words.
    context = {
        "asked": asked,
        "told": told(content),
        "logged": about_child,
        "page_url": "/access-requests",
    }
    return render(request, "access_requests/copy.html", context)


async def file(request: PortalRequest) -> Response[bytes]:
    """The same for a machine, with the latest of the log."""
    asked, content, about_child = await _read(request)
    log = await _log(request, asked, None) if about_child else {}
    return _file("copy.json", {"readAt": asked["readAt"], "subject": asked["subject"], **content, **log})


async def log(request: PortalRequest) -> Response[bytes]:
    """The next piece of the log, after ``?after=``; NOT_FOUND as for the copy, and for one that is of no child."""
    asked = await _asked(request)
    piece = await _log(request, asked, request.query_params.get("after") or None)
    return _file("log.json", {"readAt": asked["readAt"], "subject": asked["subject"], **piece})


def _file(name: str, content: Mapping[str, Any]) -> Response[bytes]:
    return Response(
        content=json.dumps(content, ensure_ascii=False, indent=1).encode(),
        media_type="application/json",
        headers={**PAGE_HEADERS, "Content-Disposition": f'attachment; filename="{name}"'},
    )


async def _asked(request: PortalRequest) -> Data:
    data = (await run(request, "RequestToCopy", {"id": str(request.path_params["id"])})).required()
    frame, asked = Frame.read(data), data["accessRequest"]
    request.state.frame = frame
    if frame.capacity not in FAMILY or (asked["kind"], asked["state"]) != ("ACCESS", "ANSWERED"):
        raise PageError(ErrorCode.NOT_FOUND)
    found: Data = asked
    return found


async def _read(request: PortalRequest) -> tuple[Data, dict[str, Any], bool]:
    """What was asked, what there is of it, and whether it is of a child, so that there is a log."""
    asked = await _asked(request)
    found: dict[str, Any] = {}
    if asked["own"]:
        found |= (await run(request, "CopyOfOwn", {})).required()
    about = await run(request, "CopyOfChild", {"child": asked["subjectId"]})
    # An adult's own copy is of no child; and a child that is theirs no more is in nothing that they may read.
    if about.code not in (None, ErrorCode.NOT_FOUND):
        raise PageError(about.code)
    about_child = about.code is None and bool(about.data.get("child"))
    if about_child:
        found |= about.data
    return asked, _plain(found), about_child


async def _log(request: PortalRequest, asked: Data, after: str | None) -> dict[str, Any]:
    """One piece, the latest first, and where the next is if there is more."""
    rows: list[Any] = []
    for _ in range(PIECE):
        variables = {"child": asked["subjectId"], "after": after}
        page = (await run(request, "CopyOfLog", variables)).required()["accessLog"]
        rows += nodes(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return {"accessLog": rows}
    goes_on = LOG.replace("{id:str}", asked["id"]) + "?" + urlencode({"after": after})
    return {"accessLog": rows, "accessLogGoesOn": goes_on}


def _plain(value: Any) -> Any:
    """Connections as lists, without what is empty."""
    if isinstance(value, Mapping):
        if "edges" in value:
            return [_plain(one) for one in nodes(value)]
        if "drawing" in value:
            drawn = value["drawing"] and DRAWING.replace("{id:str}", value["id"])
            value = {**value, "id": None, "drawing": drawn}
        kept = {name: _plain(one) for name, one in value.items()}
        kept = {name: one for name, one in kept.items() if one not in (None, "", [], {})}
        # A field of a form that nobody has filled in.
        return {} if set(kept) == {"label"} else kept
    return [one for one in map(_plain, value) if one != {}] if isinstance(value, list) else value
