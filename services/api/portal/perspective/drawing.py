"""A drawing, to be shown on a page.

Why this is safe: it was drawn anew as JPEG when it came (``core/perspective/drawing.py``), is given as that type, which no
browser guesses at, and under a policy that lets nothing in it run; the style is that of the browser's own viewer, where
somebody opens the picture by itself. Who may see it the database decides; that somebody looked
is on record like any reading of the child's case.
"""

import base64
from typing import Final

from litestar import Response

from services.api.portal.execution import PageError, run
from services.api.portal.language import PortalRequest
from services.api.portal.security import PAGE_HEADERS
from services.core.errors import ErrorCode

PATH: Final = "/perspectives/{id:str}/drawing"
_HEADERS: Final = {
    **PAGE_HEADERS,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    "Content-Disposition": 'inline; filename="drawing.jpg"',
    "Cross-Origin-Resource-Policy": "same-origin",
}


async def drawing(request: PortalRequest) -> Response[bytes]:
    """The picture; NOT_FOUND for a foreign one as for what does not exist."""
    found = await run(request, "PerspectiveDrawing", {"perspective": str(request.path_params["id"])})
    drawn = found.required()["perspectiveDrawing"]
    if drawn is None:
        raise PageError(ErrorCode.NOT_FOUND)
    return Response(
        content=base64.b64decode(drawn["content"]), media_type=drawn["mediaType"], headers=dict(_HEADERS)
    )
