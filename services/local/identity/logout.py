"""Ending a session at the provider, and telling every client that had a part in it."""

import asyncio
import secrets
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx2
from joserfc import jwt
from joserfc.errors import JoseError
from litestar import Response
from litestar.response import Redirect

from services.local.identity import pages
from services.local.identity.claims import logout_token
from services.local.identity.config import Client
from services.local.identity.state import Provider, SsoSession

_SECONDS = 5.0


async def end_session(provider: Provider, params: dict[str, str], cookie: str | None) -> Response[Any]:
    """RP-initiated logout. A broker insists on ``id_token_hint``."""
    claims = _hinted(provider, params.get("id_token_hint", ""))
    if claims is None and provider.config.kind == "family":
        return pages.message("Fejl", "id_token_hint mangler eller kan ikke læses.", 400)
    sid = (claims or {}).get("sid")
    ending = {c: s for c, s in provider.sessions.items() if c == cookie or (sid and s.sid == sid)}
    await _end(provider, ending)
    client = provider.client(str((claims or {}).get("aud", params.get("client_id", ""))))
    target = params.get("post_logout_redirect_uri", "")
    if client is None or target not in client.post_logout_redirect_uris:
        return pages.message("Logget ud", f"Du er logget ud hos {provider.config.title}.")
    if state := params.get("state"):
        target += ("&" if "?" in target else "?") + urlencode({"state": state})
    answer = Redirect(target, status_code=303)
    answer.delete_cookie(provider.cookie, path=provider.config.path)
    return answer


async def end_person(provider: Provider, person_id: str) -> int:
    """End all of a person's sessions from the provider's side, as an administrator there would."""
    ending = {c: s for c, s in provider.sessions.items() if s.person.id == person_id}
    await _end(provider, ending)
    return len(ending)


async def _end(provider: Provider, ending: dict[str, SsoSession]) -> None:
    for cookie in ending:
        provider.sessions.pop(cookie, None)
    await asyncio.gather(
        *(
            _tell(provider, client, session)
            for session in ending.values()
            for client in session.clients.values()
        )
    )


async def _tell(provider: Provider, client: Client, session: SsoSession) -> None:
    if not client.backchannel_logout_uri:
        return
    token = logout_token(
        provider,
        client.client_id,
        provider.subject(client, session.person),
        session.sid,
        secrets.token_hex(16),
    )
    url, headers = _reachable(client.backchannel_logout_uri)
    try:
        async with httpx2.AsyncClient(timeout=_SECONDS, trust_env=False) as http:
            await http.post(url, data={"logout_token": token}, headers=headers)
    except httpx2.HTTPError as problem:
        print(f"back-channel logout to {client.client_id} failed: {type(problem).__name__}", flush=True)


def _reachable(url: str) -> tuple[str, dict[str, str]]:
    # *.localhost resolves in browsers, not everywhere: connect to the address, keep the name.
    parts = urlsplit(url)
    if (parts.hostname or "").endswith(".localhost"):
        port = f":{parts.port}" if parts.port else ""
        return parts._replace(netloc=f"127.0.0.1{port}").geturl(), {"Host": parts.netloc}
    return url, {}


def _hinted(provider: Provider, hint: str) -> dict[str, Any] | None:
    if not hint:
        return None
    try:
        return dict(jwt.decode(hint, provider.key, algorithms=["RS256"]).claims)
    except (JoseError, ValueError):
        return None
