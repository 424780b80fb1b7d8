"""``/auth/logout``, ``/auth/logged-out``, ``/auth/backchannel-logout``: out here, there, and by word from there."""

from typing import Any

from litestar import Response, get, post

from services.api.auth.anew import left
from services.api.auth.credentials import CookieNames
from services.api.auth.dependencies import AuthDependencies
from services.api.auth.entry import Anything, cookie_of, enter, form_of, machine_now
from services.api.auth.origin import is_same_origin, require_same_origin
from services.api.auth.pages import HEADERS, language_of, page, wants_page
from services.api.auth.refusal import Reason, Refusal, say
from services.api.auth.store import Tenant
from services.core.logging import log


@get("/logout")
async def ask_to_log_out(request: Anything) -> Response[Any]:
    """Log out when the link stands on our own page; from anywhere else, ask first."""
    auth, tenant = await enter(request)
    if request.headers.get("sec-fetch-site") == "same-origin" or is_same_origin(request, tenant.public_url):
        return await _log_out(request, auth, tenant)
    return page(request, "confirm_logout", logout_form=True)


@post("/logout", status_code=200)
async def log_out(request: Anything) -> Response[Any]:
    """Log out here and at the provider."""
    auth, tenant = await enter(request)
    require_same_origin(request, tenant.public_url)
    return await _log_out(request, auth, tenant)


@get("/logged-out")
async def logged_out(request: Anything) -> Response[Any]:
    """Where the provider sends people after they logged out there."""
    await enter(request)
    return page(request, "logged_out", links=_again(request))


@post("/backchannel-logout", status_code=200)
async def backchannel_logout(request: Anything) -> Response[Any]:
    """A provider ends sessions (OpenID Connect Back-Channel Logout 1.0)."""
    auth, tenant = await enter(request, "backchannel")
    try:
        form = await form_of(request)
        await auth.login.end_by_provider(tenant, form.get("logout_token", ""), machine_now())
    except Refusal as refusal:
        log().info("logout_token_refused", reason=refusal.reason.value, host=tenant.host)
        away = refusal.reason is Reason.PROVIDER_UNAVAILABLE
        told = {
            "error": "temporarily_unavailable" if away else "invalid_request",
            "reason": refusal.reason.value,
        }
        return Response(told, status_code=503 if away else 400, headers={"Cache-Control": "no-store"})
    return Response(None, status_code=200, headers={"Cache-Control": "no-store"})


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
    for gone in (names.session, names.provider, names.fresh):
        answer.set_cookie(cookie_of(gone, "", names.secure, 0))
    # Also where the provider is asked to forget: it may ask back, and whoever leaves may not wait for that.
    answer.set_cookie(left(request, names, quickly=False))
    return answer


def _again(request: Anything) -> list[tuple[str, str]]:
    return [("/auth/login", say("button", "login", language_of(request)))]
