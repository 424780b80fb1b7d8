"""Before and beside a session: the log-in page, the choice of language, staying logged in, the quick exit."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response
from litestar.datastructures import Cookie
from litestar.response import Redirect

from services.api.auth.anew import left
from services.api.auth.connection import host_of
from services.api.auth.credentials import CookieNames, credential_of, secret_hash
from services.api.auth.dependencies import dependencies_of
from services.api.auth.entry import cookie_of, machine_now
from services.api.auth.renewal import silent_login, silent_path
from services.api.auth.return_path import is_safe
from services.api.auth.store import Tenant
from services.api.portal.about.page import public_face
from services.api.portal.execution import PageError
from services.api.portal.frame import frame_of
from services.api.portal.language import COOKIE, NAMES, PortalRequest, language_of
from services.api.portal.page import go_to, sent_values
from services.api.portal.render import render
from services.api.portal.security import PAGE_HEADERS, QUICK_EXIT, require_same_origin
from services.core.errors import ErrorCode

_YEAR: Final = 365 * 24 * 3600
_SHORT: Final = timedelta(minutes=10)
"""A session that ends so soon though it was just gone on with needs a new log-in."""


@dataclass(frozen=True)
class Offer:
    """One way to log in."""

    family: bool
    title: str
    href: str


async def login(request: PortalRequest) -> Response[Any]:
    """The ways to log in at this municipality; ``next`` is where to go afterwards."""
    tenant = await _tenant(request)
    await public_face(request)
    onward = request.query_params.get("next", "/")
    onward = onward if is_safe(onward) else "/"
    # A professional whose session is over, and who did not log out: their provider may still know them.
    known = request.cookies.get(CookieNames.of(tenant.public_url).provider)
    if known and "next" in request.query_params:
        return go_to(silent_path(known, onward))
    language = language_of(request)
    offers = [
        Offer(
            family=provider.kind == "family",
            title=provider.title.get(language) or next(iter(provider.title.values())),
            href="/auth/login?" + urlencode({"provider": provider.key, "next": onward}),
        )
        for provider in dependencies_of(request.app).login.providers.of(tenant.slug)
    ]
    return render(request, "session/template.html", {"offers": offers, "page_url": "/login"})


async def capacities(request: PortalRequest) -> Response[bytes]:
    """The capacities that this session can go on in; the change itself is the login's (``/auth/capacity``)."""
    tenant = await _tenant(request)
    frame = await frame_of(request)
    shown = credential_of(request, CookieNames.of(tenant.public_url))
    held = await dependencies_of(request.app).login.store.describe(tenant.id, shown) if shown else None
    others = [one for one in held.capacities if one.upper() != frame.capacity] if held else []
    return render(request, "session/capacity.html", {"others": others, "page_url": "/capacity"})


async def stay(request: PortalRequest) -> Response[Any]:
    """Stay logged in: asking is enough, and a professional's provider is asked again without a word (ADR 20).

    Opened beside the page that somebody writes on, so that nothing there is lost. Says until when (WCAG 2.2.1).
    """
    if onward := silent_login(request):
        return go_to(onward)
    tenant = await _tenant(request)
    await frame_of(request)
    shown = credential_of(request, CookieNames.of(tenant.public_url))
    held = await dependencies_of(request.app).login.store.describe(tenant.id, shown) if shown else None
    if held is None:
        raise PageError(ErrorCode.UNAUTHENTICATED)
    until = held.expires_at.isoformat().replace("+00:00", "Z")
    short = held.expires_at - machine_now() < _SHORT
    return render(request, "session/stay.html", {"until": until, "short": short, "page_url": "/stay"})


async def choose_language(request: PortalRequest) -> Response[Any]:
    """Remember a language on this machine, and show the same page again."""
    require_same_origin(request)
    values = await sent_values(request)
    language = (values.get("language") or [""])[-1]
    if language not in NAMES:
        raise PageError(ErrorCode.INVALID_INPUT)
    onward = (values.get("to") or ["/"])[-1]
    answer = go_to(onward if is_safe(onward) else "/")
    answer.set_cookie(
        Cookie(
            key=COOKIE,
            value=language,
            max_age=_YEAR,
            path="/",
            secure=(await _tenant(request)).public_url.startswith("https:"),
            httponly=True,
            samesite="lax",
        )
    )
    return answer


async def leave(request: PortalRequest) -> Response[Any]:
    """The quick exit: end the session here, leave nothing in the browser, show something harmless.

    It waits for nobody: the provider is not asked, so someone who leaves in a hurry is gone at once. One cookie stays, and
    it names nobody: the provider may still know who left, so the next log-in here asks again (``auth/anew.py``).
    """
    require_same_origin(request)
    tenant = await _tenant(request)
    names = CookieNames.of(tenant.public_url)
    if (shown := secret_hash(request.cookies.get(names.session))) is not None:
        await dependencies_of(request.app).login.store.end(tenant.id, shown)
    answer = Redirect(
        QUICK_EXIT,
        status_code=303,
        # Not "cookies": browsers would empty the new one too. All of ours go by name instead.
        headers={**PAGE_HEADERS, "Clear-Site-Data": '"cache", "storage"'},
    )
    for gone in (names.session, names.provider, names.fresh, names.login, COOKIE):
        answer.set_cookie(cookie_of(gone, "", names.secure, 0))
    answer.set_cookie(left(request, names, quickly=True))
    return answer


async def _tenant(request: PortalRequest) -> Tenant:
    auth = dependencies_of(request.app)
    host = host_of(request)
    found = await auth.login.store.tenant(host)
    if found is None:
        raise PageError(ErrorCode.NOT_FOUND)
    return Tenant(*found, host, auth.settings.url_of(host))
