"""What anyone may read, logged in or not: the accessibility statement and how data are used, per municipality."""

from litestar import Response

from services.api.portal.execution import PageError
from services.api.portal.frame import frame_of
from services.api.portal.language import PortalRequest
from services.api.portal.render import render
from services.core.errors import ErrorCode


async def accessibility(request: PortalRequest) -> Response[bytes]:
    """The accessibility statement."""
    return await _about(request, "accessibility")


async def privacy(request: PortalRequest) -> Response[bytes]:
    """What is kept, why, who sees it and for how long."""
    return await _about(request, "privacy")


async def _about(request: PortalRequest, name: str) -> Response[bytes]:
    try:
        await frame_of(request)
    except PageError as error:
        if error.code is not ErrorCode.UNAUTHENTICATED:
            raise
    return render(request, f"about/{name}.html", {"page_url": f"/about/{name}"})
