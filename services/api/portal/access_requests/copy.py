"""The copy that a family asked for: read anew when it is fetched, kept nowhere.

Why this is safe: it is asked of the one contract by the asker's own session, so that it holds what their own pages would
show and nothing else; what is kept from them, for anybody's protection, is not in what is read. Each reading is in the log.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from litestar import Response

from services.api.portal.access_requests.words import told
from services.api.portal.execution import Data, PageError, run
from services.api.portal.frame import FAMILY, Frame
from services.api.portal.language import PortalRequest
from services.api.portal.render import nodes, render
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode

PAGE: Final = "/access-requests/{id:str}/copy"
FILE: Final = "/access-requests/{id:str}/copy.json"


async def page(request: PortalRequest) -> Response[bytes]:
    """The copy to read; NOT_FOUND for a foreign one, or one that has no answer, as for what does not exist."""
    asked, content = await _read(request)
    # The log is long, and has a page of its own that puts it in words.
    parts = told({name: part for name, part in content.items() if name != "accessLog"})
    context = {
        "asked": asked,
        "told": parts,
        "logged": "accessLog" in content,
        "page_url": "/access-requests",
    }
    return render(request, "access_requests/copy.html", context)


async def file(request: PortalRequest) -> Response[bytes]:
    """The same for a machine."""
    asked, content = await _read(request)
    whole = {"readAt": asked["readAt"], "subject": asked["subject"], **content}
    return Response(
        content=json.dumps(whole, ensure_ascii=False, indent=1).encode(),
        media_type="application/json",
        headers={**PAGE_HEADERS, "Content-Disposition": 'attachment; filename="copy.json"'},
    )


async def _read(request: PortalRequest) -> tuple[Data, dict[str, Any]]:
    data = (await run(request, "RequestToCopy", {"id": str(request.path_params["id"])})).required()
    frame, asked = Frame.read(data), data["accessRequest"]
    request.state.frame = frame
    if frame.capacity not in FAMILY or (asked["kind"], asked["state"]) != ("ACCESS", "ANSWERED"):
        raise PageError(ErrorCode.NOT_FOUND)
    found: dict[str, Any] = {}
    if asked["own"]:
        found |= (await run(request, "CopyOfOwn", {})).required()
    child = {"child": asked["subjectId"]}
    about = await run(request, "CopyOfChild", child)
    # An adult's own copy is of no child; and a child that is theirs no more is in nothing that they may read.
    if about.code not in (None, ErrorCode.NOT_FOUND):
        raise PageError(about.code)
    if about.code is None and about.data.get("child"):
        found |= {**about.data, "accessLog": await _log(request, child)}
    return asked, _plain(found)


async def _log(request: PortalRequest, child: Mapping[str, str]) -> list[Any]:
    rows: list[Any] = []
    after = None
    while True:
        log = (await run(request, "CopyOfLog", {**child, "after": after})).required()["accessLog"]
        rows += nodes(log)
        if not log["pageInfo"]["hasNextPage"]:
            return rows
        after = log["pageInfo"]["endCursor"]


def _plain(value: Any) -> Any:
    """Connections as lists, without what is empty."""
    if isinstance(value, Mapping):
        if "edges" in value:
            return [_plain(one) for one in nodes(value)]
        kept = {name: _plain(one) for name, one in value.items()}
        kept = {name: one for name, one in kept.items() if one not in (None, "", [], {})}
        # A field of a form that nobody has filled in.
        return {} if set(kept) == {"label"} else kept
    return [one for one in map(_plain, value) if one != {}] if isinstance(value, list) else value
