"""Asking a professional's provider again, without a word, before their session is over (ADR 20).

Only when a page is opened: then nothing is lost, and what is written on the page has at least half a session's time to
be sent. Two cookies say all there is to know: which provider, and that its word is still fresh.
"""

from urllib.parse import urlencode

from services.api.auth.connection import Connection, host_of
from services.api.auth.credentials import CookieNames
from services.api.auth.dependencies import dependencies_of
from services.api.auth.return_path import is_safe


def silent_login(connection: Connection) -> str:
    """Where to send a browser that opens a page, to come back with a fresh token; "" when it is fresh enough."""
    if not any("rundbord-provider" in name for name in connection.cookies):
        return ""
    names = CookieNames.of(dependencies_of(connection.app).settings.url_of(host_of(connection)))
    known = connection.cookies.get(names.provider)
    if not known or names.fresh in connection.cookies or names.session not in connection.cookies:
        return ""
    path = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
    return silent_path(known, path if is_safe(path) else "/")


def silent_path(provider: str, onward: str) -> str:
    """The address of a login that shows the person nothing."""
    return "/auth/login?" + urlencode({"provider": provider, "silent": "1", "next": onward})
