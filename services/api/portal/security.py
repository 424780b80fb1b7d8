"""What keeps a page from being framed, cached, scripted or posted to from elsewhere."""

from collections.abc import Mapping
from typing import Final

from services.api.auth.connection import host_of
from services.api.auth.origin import is_same_origin
from services.api.portal.execution import PageError
from services.api.portal.language import PortalRequest
from services.core.errors import ErrorCode
from services.core.settings import Settings

QUICK_EXIT: Final = "https://www.dmi.dk/"
"""Where the quick exit leads: a page that anyone may have open."""

# The quick exit is a form whose answer leads away, and browsers hold form-action against that too.
CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        f"form-action 'self' {QUICK_EXIT.rstrip('/')}",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

# same-origin, not no-referrer: under no-referrer a browser sends ``Origin: null`` with our own forms.
PAGE_HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Vary": "Cookie, Accept-Encoding",
}


def require_same_origin(request: PortalRequest) -> None:
    """Refuse (FORBIDDEN) a post that does not come from a page of this very tenant."""
    settings: Settings = request.app.state["settings"]
    if not is_same_origin(request, settings.url_of(host_of(request))):
        raise PageError(ErrorCode.FORBIDDEN)
