"""``/auth/login``, ``/auth/callback``, ``/auth/me``, ``/auth/capacity``: into a session, and what it says."""

from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Response, get, post
from litestar.response import Redirect

from services.api.auth.anew import left_at, logged_in
from services.api.auth.credentials import CookieNames, credential_of, new_secret, secret_hash
from services.api.auth.dependencies import AuthDependencies
from services.api.auth.entry import Anything, cookie_of, enter, form_of, machine_now
from services.api.auth.login import NotSilentlyError
from services.api.auth.origin import require_same_origin
from services.api.auth.pages import HEADERS, language_of, page, wants_page
from services.api.auth.providers import Provider
from services.api.auth.refusal import Reason, Refusal, say
from services.api.auth.return_path import is_safe
from services.api.auth.store import ATTEMPT_SECONDS, Tenant

_REMEMBERED: Final = 12 * 3600
"""Seconds: for so long after the last token a professional's browser asks the same provider by itself."""
_ANSWER_FIELDS: Final = ("state", "code", "iss", "error")


@get("/login")
async def login(request: Anything) -> Response[Any]:
    """Send the browser to the provider (``provider``), or offer the tenant's providers. ``next`` is where to
    go afterwards; ``silent`` asks the provider to show nothing; in local mode ``login_hint`` names a test person who
    needs no click."""
    auth, tenant = await enter(request, "login")
    query = request.query_params
    return_path = query.get("next", "/")
    if not is_safe(return_path):
        raise Refusal(Reason.RETURN_PATH)
    hint = query.get("login_hint", "") if auth.mode.is_local else ""
    silent = query.get("silent") == "1"
    if silent and auth.login.providers.get(tenant.slug, query.get("provider", "")) is None:
        return _not_silently(tenant, return_path)
    provider = _provider(auth, tenant, query.get("provider", ""), hint)
    if provider is None:
        return _choice(request, auth, tenant, return_path)
    names = CookieNames.of(tenant.public_url)
    anew = left_at(request, names, provider) is not None
    if silent and anew:
        return _not_silently(tenant, return_path)
    # Several logins of one browser share the cookie, so that a second tab doesn't break the first.
    browser = request.cookies.get(names.login)
    browser_hash = secret_hash(browser)
    if browser is None or browser_hash is None:
        browser, browser_hash = new_secret()
    try:
        url = await auth.login.begin(
            tenant, provider, browser_hash, return_path, hint, silent=silent, anew=anew
        )
    except Refusal as refusal:
        if not silent or refusal.reason is not Reason.PROVIDER_UNAVAILABLE:
            raise
        # The session is not over yet, or the page of ways to log in says what is the matter.
        return _not_silently(tenant, return_path)
    answer = Redirect(url, status_code=303, headers=dict(HEADERS))
    answer.set_cookie(cookie_of(names.login, browser, names.secure, ATTEMPT_SECONDS))
    return answer


@get("/callback")
async def callback(request: Anything) -> Response[Any]:
    """The provider's answer."""
    auth, tenant = await enter(request, "callback")
    names = CookieNames.of(tenant.public_url)
    given = {name: request.query_params.getall(name, []) for name in _ANSWER_FIELDS}
    if any(len(values) > 1 for values in given.values()):
        raise Refusal(Reason.STATE)
    try:
        opened = await auth.login.finish(
            tenant,
            {name: values[0] for name, values in given.items() if values},
            secret_hash(request.cookies.get(names.login)),
            secret_hash(request.cookies.get(names.session)),
            machine_now(),
            partial(left_at, request, names),
        )
    except NotSilentlyError as need:
        return _not_silently(tenant, need.return_path)
    answer = Redirect(opened.return_path, status_code=303, headers=dict(HEADERS))
    answer.set_cookie(cookie_of(names.session, opened.cookie, names.secure, opened.seconds))
    # Roles are asked for anew, without a word, long before the session ends: a page once opened can be filled in.
    professional = opened.provider.kind == "professional"
    answer.set_cookie(
        cookie_of(names.provider, opened.provider.key, names.secure, _REMEMBERED if professional else 0)
    )
    answer.set_cookie(cookie_of(names.fresh, "1", names.secure, opened.seconds // 2))
    if (mark := logged_in(request, names, opened.provider)) is not None:
        answer.set_cookie(mark)
    return answer


@get("/me")
async def me(request: Anything) -> Response[Any]:
    """Who is logged in, or 401; always JSON."""
    auth, tenant = await enter(request)
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
    auth, tenant = await enter(request)
    require_same_origin(request, tenant.public_url)
    names = CookieNames.of(tenant.public_url)
    shown = secret_hash(request.cookies.get(names.session))
    if shown is None:
        raise Refusal(Reason.NOT_LOGGED_IN)
    form = await form_of(request)
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
    answer.set_cookie(cookie_of(names.session, fresh, names.secure, 600 * 60))
    return answer


def _not_silently(tenant: Tenant, return_path: str) -> Redirect:
    """Back to the page: it is shown as long as the session lasts, else it leads to the ways to log in."""
    names = CookieNames.of(tenant.public_url)
    answer = Redirect(return_path, status_code=303, headers=dict(HEADERS))
    answer.set_cookie(cookie_of(names.provider, "", names.secure, 0))
    return answer


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
