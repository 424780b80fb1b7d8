"""Asking again who it is: on a shared computer the provider still knows whoever logged in before.

After a log-out, and after the quick exit, the provider's own session may live on, and the next one to press MitID would be
logged in as somebody else without a word. So the browser keeps one mark, which says when it was left and nothing of whom:
until a family has logged in, each family's log-in from that browser is asked of the provider anew (OpenID Connect Core
3.1.2.1, ``prompt=login`` and ``max_age=0``), and an answer that rests on an older log-in is refused. Professionals keep
their single sign-on, except after the quick exit: whoever presses that wants the computer to know nothing any more.
"""

import re
from typing import Final

from litestar.datastructures import Cookie

from services.api.auth.connection import Connection
from services.api.auth.credentials import CookieNames
from services.api.auth.entry import cookie_of, machine_now
from services.api.auth.providers import Provider

_SECONDS: Final = 12 * 3600
"""How long a browser remembers: longer than a provider's session usually lives."""
_WRITTEN: Final = re.compile(r"([0-9]{1,11})(-all)?")


def left(connection: Connection, names: CookieNames, *, quickly: bool) -> Cookie:
    """The mark that this browser was left just now. ``quickly``: by the quick exit, then it counts for everybody; and
    an ordinary log-out takes nothing from a quick exit before it."""
    everybody = quickly or _mark(connection, names)[1]
    return _kept(names, int(machine_now().timestamp()), everybody=everybody)


def left_at(connection: Connection, names: CookieNames, provider: Provider) -> int | None:
    """When this browser was left (seconds of machine time), if this provider must ask anew who it is; else None."""
    since, everybody = _mark(connection, names)
    return since if everybody or provider.kind == "family" else None


def logged_in(connection: Connection, names: CookieNames, provider: Provider) -> Cookie | None:
    """What becomes of the mark when somebody has logged in: a family's log-in ends it, a professional's ends what of it
    counts for professionals. None: it stays as it is, or there is none."""
    since, everybody = _mark(connection, names)
    if since is None or (provider.kind != "family" and not everybody):
        return None
    return (
        cookie_of(names.left, "", names.secure, 0)
        if provider.kind == "family"
        else _kept(names, since, everybody=False)
    )


def _kept(names: CookieNames, since: int, *, everybody: bool) -> Cookie:
    return cookie_of(names.left, f"{since}-all" if everybody else str(since), names.secure, _SECONDS)


def _mark(connection: Connection, names: CookieNames) -> tuple[int | None, bool]:
    found = _WRITTEN.fullmatch(connection.cookies.get(names.left, ""))
    return (int(found[1]), bool(found[2])) if found else (None, False)
