"""The code flow, from the click on "log in" to a session, and back out again.

State, nonce and PKCE verifier are ours: they live in one database row a login, found by the hash of the state,
bound to the browser by a cookie, usable once, for ten minutes. Nothing of the provider's answer is used before
the row is found and the answer names the issuer that the row is for.
"""

import hashlib
import json
import secrets
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote_plus, urlencode
from uuid import uuid4

from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]
from authlib.oauth2.rfc7523 import PrivateKeyJWT  # type: ignore[import-untyped]

from services.api.auth.credentials import new_secret, open_hint, seal_hint, secret_hash
from services.api.auth.discovery import Directory, Metadata
from services.api.auth.person_match import match
from services.api.auth.provider_http import UnusableAnswer, client_arguments, json_object, provider_call
from services.api.auth.providers import Provider, Providers
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import Attempt, LoginStore, NewSession, Tenant
from services.api.auth.tokens import (
    check_id_token,
    check_logout_token,
    check_userinfo,
    issuer_of,
    key_id_of,
    text_of,
    verified,
)

_REPLAY_SECONDS: Final = 1200
_ANSWER_LIMIT: Final = 4096


@dataclass(frozen=True)
class Opened:
    """A session just opened: the cookie's value, how long it may live (s), and where to go on."""

    cookie: str
    seconds: int
    return_path: str


class Login:
    """Login and logout of one process, for all tenants."""

    def __init__(self, providers: Providers, store: LoginStore, directory: Directory) -> None:
        self.providers = providers
        self.store = store
        self.directory = directory

    async def begin(
        self, tenant: Tenant, provider: Provider, browser_hash: bytes, return_path: str, login_hint: str = ""
    ) -> str:
        """Remember a login under way; answers the provider's address to send the browser to."""
        metadata = await self.directory.metadata(provider)
        state, state_hash = new_secret()
        attempt = Attempt(provider.key, secrets.token_urlsafe(32), secrets.token_urlsafe(48), return_path)
        await self.store.begin(tenant.id, state_hash, browser_hash, attempt)
        extra = {"nonce": attempt.nonce}
        if login_hint:
            extra["login_hint"] = login_hint
        for name, value in (provider.level.request if provider.level else {}).items():
            extra[name] = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        async with self._client(provider, metadata, tenant) as client:
            url, _ = client.create_authorization_url(
                metadata.authorization_endpoint, state=state, code_verifier=attempt.verifier, **extra
            )
        return str(url)

    async def finish(
        self,
        tenant: Tenant,
        answer: Mapping[str, str],
        browser_hash: bytes | None,
        replaces: bytes | None,
        now: datetime,
    ) -> Opened:
        """Turn a provider's answer into a session. Raises ``Refusal``; then there is none."""
        state_hash = secret_hash(answer.get("state"))
        if state_hash is None or browser_hash is None:
            raise Refusal(Reason.STATE)
        attempt = await self.store.take(tenant.id, state_hash, browser_hash)
        provider = self.providers.get(tenant.slug, attempt.provider) if attempt else None
        if attempt is None or provider is None:
            raise Refusal(Reason.STATE)
        metadata = await self.directory.metadata(provider)
        code = _code_of(answer, provider, metadata)
        claims, id_token = await self._exchange(tenant, provider, metadata, attempt, code, now)
        matched = await match(self.store, tenant.id, provider, claims)
        cookie, cookie_hash = new_secret()
        await self.store.open(
            tenant.id,
            NewSession(
                id=uuid4(),
                cookie_hash=cookie_hash,
                replaces=replaces,
                person=matched.person,
                capacity=matched.capacities[0],
                capacities=matched.capacities,
                roles=matched.roles,
                language=matched.language,
                provider=provider.key,
                issuer=provider.issuer,
                subject_hash=name_hash(provider.issuer, str(claims["sub"])),
                sid_hash=_optional_hash(provider.issuer, claims.get("sid")),
                hint=seal_hint(cookie, id_token) if id_token else None,
                idle_seconds=provider.idle_seconds,
                absolute_seconds=provider.absolute_seconds,
            ),
        )
        return Opened(cookie, provider.absolute_seconds, attempt.return_path)

    async def end(self, tenant: Tenant, cookie: str) -> str:
        """End the session of a cookie; answers the provider's logout address, or "" when there is no use in it."""
        digest = secret_hash(cookie)
        ended = await self.store.end(tenant.id, digest) if digest else None
        provider = self.providers.get(tenant.slug, ended.provider) if ended else None
        if ended is None or provider is None:
            return ""
        hint = open_hint(cookie, ended.hint) if ended.hint else ""
        try:
            metadata = await self.directory.metadata(provider)
        except Refusal:
            return ""  # logged out here; the provider can't be reached
        if not metadata.end_session_endpoint or (provider.kind == "family" and not hint):
            return ""
        query = {
            "client_id": provider.client_id,
            "post_logout_redirect_uri": f"{tenant.public_url}/auth/logged-out",
            **({"id_token_hint": hint} if hint else {}),
        }
        joint = "&" if "?" in metadata.end_session_endpoint else "?"
        return f"{metadata.end_session_endpoint}{joint}{urlencode(query)}"

    async def end_by_provider(self, tenant: Tenant, token: str, now: datetime) -> int:
        """Obey a logout token; answers how many sessions ended. Raises ``Refusal``."""
        issuer = issuer_of(token)
        candidates = [p for p in self.providers.of(tenant.slug) if p.issuer == issuer]
        if not candidates:
            raise Refusal(Reason.ISSUER)
        refusal = Refusal(Reason.AUDIENCE)
        for provider in candidates:
            keys = await self.directory.keys(provider, key_id_of(token))
            header, claims = verified(token, provider, keys)
            try:
                check_logout_token(header, claims, provider, now=int(now.timestamp()))
            except Refusal as problem:
                refusal = problem
                continue
            ended = await self.store.end_by_provider(
                tenant.id,
                issuer,
                _optional_hash(issuer, claims.get("sid")),
                _optional_hash(issuer, claims.get("sub")),
                name_hash(issuer, str(claims["jti"])),
                now + timedelta(seconds=_REPLAY_SECONDS),
            )
            if ended is None:
                raise Refusal(Reason.LOGOUT_REPLAYED)
            return ended
        raise refusal

    async def _exchange(
        self,
        tenant: Tenant,
        provider: Provider,
        metadata: Metadata,
        attempt: Attempt,
        code: str,
        now: datetime,
    ) -> tuple[Mapping[str, Any], str]:
        async with self._client(provider, metadata, tenant) as client:
            token = await _fetch_token(client, metadata, code, attempt)
            id_token = token.get("id_token")
            if not isinstance(id_token, str):
                raise Refusal(Reason.MALFORMED)
            keys = await self.directory.keys(provider, key_id_of(id_token))
            header, claims = verified(id_token, provider, keys)
            check_id_token(header, claims, provider, nonce=attempt.nonce, now=int(now.timestamp()))
            told: Mapping[str, Any] = {}
            if provider.asks_userinfo:
                async with provider_call():
                    told = json_object(await client.get(metadata.userinfo_endpoint))
                check_userinfo(told, claims)
        # A broker that writes the CPR number into the ID token would have it in an address at logout.
        tells_cpr = bool(text_of(claims, provider.claims.cpr))
        # What the ID token says is signed: userinfo adds to it and replaces nothing.
        return {**told, **claims}, "" if tells_cpr or len(id_token) > _ANSWER_LIMIT else id_token

    def _client(self, provider: Provider, metadata: Metadata, tenant: Tenant) -> AsyncOAuth2Client:
        client = AsyncOAuth2Client(
            client_id=provider.client_id,
            client_secret=provider.credential,
            token_endpoint_auth_method=provider.client_auth,
            scope=" ".join(provider.scopes),
            redirect_uri=f"{tenant.public_url}/auth/callback",
            code_challenge_method="S256",
            **client_arguments(),
        )
        client.register_client_auth_method(("client_secret_basic", _basic))
        if provider.client_auth == "private_key_jwt":
            named = {"token_endpoint": metadata.token_endpoint, "issuer": provider.issuer}
            client.register_client_auth_method(PrivateKeyJWT(named[provider.assertion_audience]))
        return client


def _basic(
    auth: Any, _method: str, uri: str, headers: dict[str, str], body: str
) -> tuple[str, dict[str, str], str]:
    # RFC 6749, 2.3.1: both parts form-encoded first; the library's own method leaves that out.
    pair = f"{quote_plus(auth.client_id)}:{quote_plus(auth.client_secret)}"
    return uri, {**headers, "Authorization": f"Basic {b64encode(pair.encode()).decode()}"}, body


def name_hash(issuer: str, value: str) -> bytes:
    """SHA-256 of a provider's name for a session or an account; no such name is kept in clear."""
    return hashlib.sha256(f"{issuer}\x00{value}".encode()).digest()


def _optional_hash(issuer: str, value: object) -> bytes | None:
    return name_hash(issuer, value) if isinstance(value, str) and value else None


def _code_of(answer: Mapping[str, str], provider: Provider, metadata: Metadata) -> str:
    issuer = answer.get("iss")
    if issuer != provider.issuer and (issuer is not None or metadata.names_issuer):
        raise Refusal(Reason.PROVIDER_ISSUER)
    if error := answer.get("error"):
        raise Refusal(Reason.CANCELLED if error == "access_denied" else Reason.PROVIDER_REFUSED)
    code = answer.get("code", "")
    if not code or len(code) > _ANSWER_LIMIT:
        raise Refusal(Reason.PROVIDER_REFUSED)
    return code


async def _fetch_token(
    client: AsyncOAuth2Client, metadata: Metadata, code: str, attempt: Attempt
) -> Mapping[str, Any]:
    async with provider_call():
        try:
            token = await client.fetch_token(
                metadata.token_endpoint,
                grant_type="authorization_code",
                code=code,
                code_verifier=attempt.verifier,
            )
        except OAuthError as problem:
            raise Refusal(Reason.PROVIDER_REFUSED) from problem
        if not isinstance(token, dict) or str(token.get("token_type", "")).lower() != "bearer":
            raise UnusableAnswer("token_type")
        return token
