"""Whether a request that changes something comes from our own pages.

Cookies go along with requests that other sites make; the browser's ``Origin`` does not lie about that.
Requests with a bearer token carry no cookie and need no check.
"""

from services.api.auth.connection import Connection
from services.api.auth.refusal import Reason, Refusal


def is_same_origin(connection: Connection, public_url: str) -> bool:
    """Tell whether ``Origin`` names this tenant's own address. Without ``Origin``: whether the browser says
    ``Sec-Fetch-Site: same-origin``; without both: no."""
    origin = connection.headers.get("origin")
    if origin is not None:
        return origin == public_url
    return connection.headers.get("sec-fetch-site") == "same-origin"


def require_same_origin(connection: Connection, public_url: str) -> None:
    """Raise ``Refusal`` (403) unless the request comes from ``public_url``, e.g.
    ``https://nord.example.dk``."""
    if not is_same_origin(connection, public_url):
        raise Refusal(Reason.ORIGIN)
