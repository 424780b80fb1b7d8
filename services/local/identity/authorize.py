"""The authorization endpoint: who asks, who logs in, and the code that goes back."""

import time
from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response
from litestar.response import Redirect

from services.local.identity import pages
from services.local.identity.config import Client
from services.local.identity.state import CODE_SECONDS, Grant, Provider, SsoSession

_SINGLE = (
    *("client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "code_challenge"),
    *("code_challenge_method", "prompt", "login_hint", "max_age", "idp_params", "request_uri"),
)


def authorize(provider: Provider, query: dict[str, str], cookie: str | None) -> Response[Any]:
    """Answer an authorization request: a page, an error sent back, or a code sent back."""
    params = _parameters(provider, query)
    if params is None:
        return pages.message("Fejl", "Ukendt request_uri.", 400)
    client = provider.client(params.get("client_id", ""))
    if client is None or params.get("redirect_uri") not in client.redirect_uris:
        # Never send anyone to an address that no client registered.
        return pages.message("Fejl", "Ukendt klient eller ukendt redirect_uri.", 400)
    if error := _refusal(params):
        return back(provider, params, error=error)
    session = _usable(provider, client, params, cookie)
    hint = params.get("login_hint")
    if hint and (session is None or session.person.id != hint):
        person = provider.person(hint, client)
        if person is None:
            return back(provider, params, error="login_required", error_description="unknown login_hint")
        cookie, session = provider.sign_in(person)
    if session is None:
        silent = params.get("prompt") == "none"
        return (
            back(provider, params, error="login_required")
            if silent
            else _choose(provider, client, query, params)
        )
    return _admit(provider, client, params, session, cookie or "")


def back(provider: Provider, params: dict[str, str], **answer: str) -> Response[Any]:
    """Send the browser back to the client with an answer."""
    return Redirect(
        back_url(provider, params, **answer), status_code=303, headers={"Cache-Control": "no-store"}
    )


def back_url(provider: Provider, params: dict[str, str], **answer: str) -> str:
    """The address that ``back`` sends to; it always names the issuer (RFC 9207)."""
    told = {**answer, "iss": provider.config.issuer}
    if state := params.get("state"):
        told["state"] = state
    joint = "&" if "?" in params["redirect_uri"] else "?"
    return f"{params['redirect_uri']}{joint}{urlencode(told)}"


async def posted(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The fields of a form; a field sent twice keeps its last value."""
    form = await request.form()
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _parameters(provider: Provider, query: dict[str, str]) -> dict[str, str] | None:
    params = {name: query[name] for name in _SINGLE if name in query}
    if uri := params.get("request_uri"):
        until, kept = provider.pushed.get(uri, (0.0, {}))
        if until < time.time() or kept.get("client_id") != params.get("client_id"):
            return None
        return {**kept, **{name: params[name] for name in ("login_hint",) if name in params}}
    return params


def _usable(
    provider: Provider, client: Client, params: dict[str, str], cookie: str | None
) -> SsoSession | None:
    session = provider.current(cookie)
    if session is None or params.get("prompt") == "login" or not provider.person(session.person.id, client):
        return None
    limit = params.get("max_age", "")
    if limit.isdecimal() and time.time() - session.authenticated_at > int(limit):
        return None
    return session


def _admit(
    provider: Provider, client: Client, params: dict[str, str], session: SsoSession, cookie: str
) -> Response[Any]:
    session.clients[client.client_id] = client
    grant = Grant(
        client=client,
        person=session.person,
        sid=session.sid,
        authenticated_at=session.authenticated_at,
        scope=params["scope"],
        expires_at=time.time() + CODE_SECONDS,
        redirect_uri=params["redirect_uri"],
        nonce=params.get("nonce", ""),
        challenge=params["code_challenge"],
    )
    answer = back(provider, params, code=provider.issue_code(grant))
    answer.set_cookie(
        key=provider.cookie, value=cookie, path=provider.config.path, httponly=True, samesite="lax"
    )
    return answer


def _refusal(params: dict[str, str]) -> str:
    if params.get("response_type") != "code":
        return "unsupported_response_type"
    if "openid" not in params.get("scope", "").split():
        return "invalid_scope"
    if params.get("code_challenge_method") != "S256" or len(params.get("code_challenge", "")) != 43:
        return "invalid_request"
    return ""


def _choose(
    provider: Provider, client: Client, query: dict[str, str], params: dict[str, str]
) -> Response[str]:
    here = f"{provider.config.issuer}/connect/authorize"
    choices = [
        (person, f"{here}?{urlencode({**query, 'login_hint': person.id})}")
        for person in provider.persons(client)
    ]
    why = "mitid_user_aborted" if provider.config.kind == "family" else "the user went away"
    abort = back_url(provider, params, error="access_denied", error_description=why)
    return pages.choose_person(provider.config.title, choices, abort)
