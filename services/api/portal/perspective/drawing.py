"""A drawing, to be shown on a page.

Why this is safe: it was drawn anew as JPEG when it came (``core/perspective/drawing.py``), is given as that type, which no
browser guesses at, and under a policy that lets nothing in it run. Who may see it the database decides; that somebody looked
is on record like any reading of the child's case.

A page shows it small, in few bytes; the link beneath gives it as large as it was kept.
"""

import asyncio
import base64
from typing import Final

from litestar import Response

from services.api.portal.execution import PageError, run
from services.api.portal.language import PortalRequest
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode
from services.core.perspective.drawing import smaller

PATH: Final = "/perspectives/{id:str}/drawing"
_HEADERS: Final = {
    **PAGE_HEADERS,
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Content-Disposition": 'inline; filename="drawing"',
    "Cross-Origin-Resource-Policy": "same-origin",
}


async def drawing(request: PortalRequest) -> Response[bytes]:
    """The picture, with ``?size=small`` as pages show it; NOT_FOUND for a foreign one as for what does not exist."""
    found = await run(request, "PerspectiveDrawing", {"perspective": str(request.path_params["id"])})
    drawn = found.required()["perspectiveDrawing"]
    if drawn is None:
        raise PageError(ErrorCode.NOT_FOUND)
    content, media_type = base64.b64decode(drawn["content"]), drawn["mediaType"]
    if request.query_params.get("size") == "small":
        content, media_type = await asyncio.to_thread(smaller, content), "image/webp"
    return Response(content=content, media_type=media_type, headers=dict(_HEADERS))
