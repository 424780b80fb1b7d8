"""``/auth/…``: log in, come back, log out, be told by the provider, and say who is logged in."""

from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlencode

import asyncpg
from litestar import Request, Response, Router, get, post
from litestar.datastructures import Cookie
from litestar.exceptions import ClientException
from litestar.response import Redirect

from services.api.auth.connection import Connection, host_of
from services.api.auth.credentials import CookieNames, credential_of, new_secret, secret_hash
from services.api.auth.dependencies import AuthDependencies, dependencies_of
from services.api.auth.origin import is_same_origin, require_same_origin
from services.api.auth.pages import HEADERS, language_of, page, refused, wants_page
from services.api.auth.providers import Provider
from services.api.auth.refusal import Reason, Refusal, say
from services.api.auth.return_path import is_safe
from services.api.auth.store import ATTEMPT_SECONDS, Tenant
from services.api.failures import as_user_error
from services.api.rate_limit import Limit
from services.core.logging import log, shape_of

Anything = Request[Any, Any, Any]
_FORM_LIMIT: Final = 64 * 1024
_ANSWER_FIELDS: Final = ("state", "code", "iss", "error")


@get("/login")
async def login(request: Anything) -> Response[Any]:
    """Send the browser to the provider (``provider``), or offer the tenant's providers. ``next`` is where to
    go afterwards; in local mode ``login_hint`` names a test person who needs no click."""
    auth, tenant = await _enter(request, "login")
    query = request.query_params
    return_path = query.get("next", "/")
    if not is_safe(return_path):
        raise Refusal(Reason.RETURN_PATH)
    hint = query.get("login_hint", "") if auth.mode.is_local else ""
    provider = _provider(auth, tenant, query.get("provider", ""), hint)
    if provider is None:
        return _choice(request, auth, tenant, return_path)
    names = CookieNames.of(tenant.public_url)
    # Several logins of one browser share the cookie, so that a second tab doesn't break the first.
    browser = request.cookies.get(names.login)
    browser_hash = secret_hash(browser)
    if browser is None or browser_hash is None:
        browser, browser_hash = new_secret()
    url = await auth.login.begin(tenant, provider, browser_hash, return_path, hint)
    answer = Redirect(url, status_code=303, headers=dict(HEADERS))
    answer.set_cookie(_cookie(names.login, browser, names.secure, ATTEMPT_SECONDS))
    return answer


@get("/callback")
async def callback(request: Anything) -> Response[Any]:
    """The provider's answer."""
    auth, tenant = await _enter(request, "callback")
    names = CookieNames.of(tenant.public_url)
    given = {name: request.query_params.getall(name, []) for name in _ANSWER_FIELDS}
    if any(len(values) > 1 for values in given.values()):
        raise Refusal(Reason.STATE)
    opened = await auth.login.finish(
        tenant,
        {name: values[0] for name, values in given.items() if values},
        secret_hash(request.cookies.get(names.login)),
        secret_hash(request.cookies.get(names.session)),
        _now(),
    )
    answer = Redirect(opened.return_path, status_code=303, headers=dict(HEADERS))
    answer.set_cookie(_cookie(names.session, opened.cookie, names.secure, opened.seconds))
    return answer


@get("/me")
async def me(request: Anything) -> Response[Any]:
    """Who is logged in, or 401; always JSON."""
    auth, tenant = await _enter(request)
    shown = credential_of(request, CookieNames.of(tenant.public_url))
    found = await auth.login.store.describe(tenant.id, shown) if shown else None
    if found is None:
        refusal = Refusal(Reason.NOT_LOGGED_IN)
        told: dict[str, Any] = {
            "code": refusal.code.value,
            "message": say(refusal.words, "text", language_of(request)),
        }
        return Response(told, status_code=401, headers=dict(HEADERS))
    told = {
        "person": str(found.person),
        "capacity": found.capacity,
        "capacities": list(found.capacities),
        "roles": list(found.roles),
        "units": [str(unit) for unit in found.units],
        "tenant": tenant.slug,
        "expires_at": found.expires_at.isoformat().replace("+00:00", "Z"),
    }
    return Response(told, headers=dict(HEADERS))


@post("/capacity", status_code=200)
async def capacity(request: Anything) -> Response[Any]:
    """Work on in another capacity that the session holds (``capacity``), under a new cookie."""
    auth, tenant = await _enter(request)
    require_same_origin(request, tenant.public_url)
    names = CookieNames.of(tenant.public_url)
    shown = secret_hash(request.cookies.get(names.session))
    if shown is None:
        raise Refusal(Reason.NOT_LOGGED_IN)
    form = await _form(request)
    wanted, return_path = form.get("capacity", ""), form.get("next", "/")
    if not is_safe(return_path):
        raise Refusal(Reason.RETURN_PATH)
    fresh, fresh_hash = new_secret()
    if not await auth.login.store.switch(tenant.id, shown, fresh_hash, wanted):
        raise Refusal(Reason.CAPACITY)
    answer: Response[Any] = (
        Redirect(return_path, status_code=303, headers=dict(HEADERS))
        if wants_page(request)
        else Response({"capacity": wanted}, headers=dict(HEADERS))
    )
    # The row keeps its own end; the cookie may outlive it and then opens nothing.
    answer.set_cookie(_cookie(names.session, fresh, names.secure, 600 * 60))
    return answer


@get("/logout")
async def ask_to_log_out(request: Anything) -> Response[Any]:
    """Log out when the link stands on our own page; from anywhere else, ask first."""
    auth, tenant = await _enter(request)
    if request.headers.get("sec-fetch-site") == "same-origin" or is_same_origin(request, tenant.public_url):
        return await _log_out(request, auth, tenant)
    return page(request, "confirm_logout", logout_form=True)


@post("/logout", status_code=200)
async def log_out(request: Anything) -> Response[Any]:
    """Log out here and at the provider."""
    auth, tenant = await _enter(request)
    require_same_origin(request, tenant.public_url)
    return await _log_out(request, auth, tenant)


@get("/logged-out")
async def logged_out(request: Anything) -> Response[Any]:
    """Where the provider sends people after they logged out there."""
    await _enter(request)
    return page(request, "logged_out", links=_again(request))


@post("/backchannel-logout", status_code=200)
async def backchannel_logout(request: Anything) -> Response[Any]:
    """A provider ends sessions (OpenID Connect Back-Channel Logout 1.0)."""
    auth, tenant = await _enter(request, "backchannel")
    try:
        form = await _form(request)
        await auth.login.end_by_provider(tenant, form.get("logout_token", ""), _now())
    except Refusal as refusal:
        log().info("logout_token_refused", reason=refusal.reason.value, host=tenant.host)
        away = refusal.reason is Reason.PROVIDER_UNAVAILABLE
        told = {
            "error": "temporarily_unavailable" if away else "invalid_request",
            "reason": refusal.reason.value,
        }
        return Response(told, status_code=503 if away else 400, headers={"Cache-Control": "no-store"})
    return Response(None, status_code=200, headers={"Cache-Control": "no-store"})


async def _enter(request: Anything, limited: str = "") -> tuple[AuthDependencies, Tenant]:
    auth = dependencies_of(request.app)
    host = host_of(request)
    if limited:
        limit: Limit = getattr(auth.limits, limited)
        address = request.client.host if request.client else "-"
        if wait := await auth.limiter.hit(limit, f"{host} {address}"):
            raise Refusal(Reason.RATE_LIMITED, retry_after=wait)
    found = await auth.login.store.tenant(host)
    if found is None:
        raise Refusal(Reason.HOST)
    return auth, Tenant(found[0], found[1], host, auth.settings.url_of(host))


def _provider(auth: AuthDependencies, tenant: Tenant, key: str, hint: str) -> Provider | None:
    providers = auth.login.providers
    own = providers.of(tenant.slug)
    if key:
        chosen = providers.get(tenant.slug, key)
        if chosen is None:
            raise Refusal(Reason.PROVIDER_UNKNOWN)
        return chosen
    if hint:
        known = providers.by_hint(tenant.slug, hint)
        if known is None:
            raise Refusal(Reason.PERSON_UNKNOWN)
        return known
    if not own:
        raise Refusal(Reason.PROVIDER_UNKNOWN)
    return own[0] if len(own) == 1 else None


def _choice(request: Anything, auth: AuthDependencies, tenant: Tenant, return_path: str) -> Response[Any]:
    language = language_of(request)
    offered = [
        (provider, f"/auth/login?{urlencode({'provider': provider.key, 'next': return_path})}")
        for provider in auth.login.providers.of(tenant.slug)
    ]
    if not wants_page(request):
        listed = [{"provider": p.key, "kind": p.kind, "title": p.title, "url": url} for p, url in offered]
        return Response({"providers": listed}, headers=dict(HEADERS))
    return page(request, "choose", links=[(url, provider.title[language]) for provider, url in offered])


async def _log_out(request: Anything, auth: AuthDependencies, tenant: Tenant) -> Response[Any]:
    names = CookieNames.of(tenant.public_url)
    cookie = request.cookies.get(names.session, "")
    onward = await auth.login.end(tenant, cookie) if cookie else ""
    answer: Response[Any]
    if not wants_page(request):
        answer = Response({"logged_out": True, "provider_logout_url": onward or None}, headers=dict(HEADERS))
    elif onward:
        # Not a redirect: our pages' form-action would hold the browser back from following it off this site.
        answer = page(request, "logging_out", onward=onward)
    else:
        answer = page(request, "logged_out", links=_again(request))
    answer.set_cookie(_cookie(names.session, "", names.secure, 0))
    return answer


def _again(request: Anything) -> list[tuple[str, str]]:
    return [("/auth/login", say("button", "login", language_of(request)))]


def _cookie(name: str, value: str, secure: bool, seconds: int) -> Cookie:
    # No Domain: host-only, as __Host- demands.
    return Cookie(
        key=name, value=value, max_age=seconds, path="/", secure=secure, httponly=True, samesite="lax"
    )


async def _form(request: Anything) -> dict[str, str]:
    if request.content_type[0] == "application/json":
        content = await request.json()
        fields = content if isinstance(content, dict) else {}
    else:
        fields = dict((await request.form()).items())
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _now() -> datetime:
    return datetime.now(UTC)  # machine time: logins and tokens know no other


def _on_refusal(request: Connection, refusal: Refusal) -> Response[Any]:
    cause = shape_of(refusal.__cause__) if refusal.__cause__ else {}
    log().info("login_refused", reason=refusal.reason.value, host=host_of(request), **cause)
    return refused(request, refusal)


def _on_failure(request: Connection, failure: Exception) -> Response[Any]:
    if as_user_error(failure) is None:
        raise failure
    return refused(request, Refusal(Reason.UNAVAILABLE))


def _on_unreadable(request: Connection, _: ClientException) -> Response[Any]:
    return refused(request, Refusal(Reason.UNREADABLE))


auth_routes: Final = [
    Router(
        "/auth",
        route_handlers=[
            login,
            callback,
            me,
            capacity,
            ask_to_log_out,
            log_out,
            logged_out,
            backchannel_logout,
        ],
        request_max_body_size=_FORM_LIMIT,
        exception_handlers={
            Refusal: _on_refusal,
            ClientException: _on_unreadable,
            asyncpg.PostgresError: _on_failure,
            asyncpg.InterfaceError: _on_failure,
            OSError: _on_failure,
            TimeoutError: _on_failure,
        },
    )
]
