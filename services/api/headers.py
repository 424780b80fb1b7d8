"""Headers that every answer carries. A handler that sets one of them itself keeps its own (pages and static files do)."""

from collections.abc import Mapping
from typing import Final

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message

from services.core.mode import Mode

CONTENT_SECURITY_POLICY: Final = "; ".join(
    ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
)
_ALWAYS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_HSTS: Final = "max-age=63072000; includeSubDomains"


def add_headers(message: Message, mode: Mode, traceparent: str) -> None:
    """Complete the headers of an answer that begins."""
    if message["type"] != "http.response.start":
        return
    message.setdefault("headers", [])
    headers = MutableScopeHeaders.from_message(message)
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    if not mode.is_local:
        headers.setdefault("Strict-Transport-Security", _HSTS)
    headers["traceparent"] = traceparent
