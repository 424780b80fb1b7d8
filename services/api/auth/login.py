"""The code flow, from the click on "log in" to a session, and back out again.

State, nonce and PKCE verifier are ours: they live in one database row a login, found by the hash of the state,
bound to the browser by a cookie, usable once, for ten minutes. Nothing of the provider's answer is used before
the row is found and the answer names the issuer that the row is for.
"""

import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

from services.api.auth.credentials import new_secret, open_hint, seal_hint, secret_hash
from services.api.auth.discovery import Directory, Metadata
from services.api.auth.exchange import ANSWER_LIMIT, client_for, exchange
from services.api.auth.person_match import Matched, match
from services.api.auth.providers import Provider, Providers
from services.api.auth.providers_file import ProvidersFile
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import Attempt, LoginStore, NewSession, Tenant
from services.api.auth.tokens import check_asked_anew, check_logout_token, issuer_of, key_id_of, verified

_REPLAY_SECONDS: Final = 1200


@dataclass(frozen=True)
class Opened:
    """A session just opened: the cookie's value, how long it may live (s), where to go on, and by which provider."""

    cookie: str
    seconds: int
    return_path: str
    provider: Provider


class NotSilentlyError(Exception):
    """The provider must ask the person something first: nobody did anything wrong, they log in as ever."""

    def __init__(self, return_path: str) -> None:
        self.return_path = return_path
        super().__init__()


class Login:
    """Login and logout of one process, for all tenants."""

    def __init__(self, providers: Providers | ProvidersFile, store: LoginStore, directory: Directory) -> None:
        self._source = providers
        self.store = store
        self.directory = directory

    @property
    def providers(self) -> Providers:
        """The providers as they are now."""
        return self._source.current

    async def begin(
        self,
        tenant: Tenant,
        provider: Provider,
        browser_hash: bytes,
        return_path: str,
        login_hint: str = "",
        *,
        silent: bool = False,
        anew: bool = False,
    ) -> str:
        """Remember a login under way; answers the provider's address to send the browser to.

        ``silent``: the provider is to answer by itself or not at all. ``anew``: it is to ask who it is, also where it
        knows somebody (then never silently).
        """
        metadata = await self.directory.metadata(provider)
        state, state_hash = new_secret()
        attempt = Attempt(
            provider.key, secrets.token_urlsafe(32), secrets.token_urlsafe(48), return_path, silent
        )
        await self.store.begin(tenant.id, state_hash, browser_hash, attempt)
        extra = {"nonce": attempt.nonce}
        if anew:
            extra |= {"prompt": "login", "max_age": "0"}
        elif silent:
            extra["prompt"] = "none"
        if login_hint:
            extra["login_hint"] = login_hint
        for name, value in (provider.level.request if provider.level else {}).items():
            extra[name] = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
        async with client_for(provider, metadata, tenant) as client:
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
        left_at: Callable[[Provider], int | None] = lambda _: None,
    ) -> Opened:
        """Turn a provider's answer into a session. Raises ``Refusal`` or ``NotSilentlyError``; then there is none.

        ``left_at``: since when (machine time in seconds) a provider must have asked the person, if it must (``anew``).
        """
        state_hash = secret_hash(answer.get("state"))
        if state_hash is None or browser_hash is None:
            raise Refusal(Reason.STATE)
        attempt = await self.store.take(tenant.id, state_hash, browser_hash)
        provider = self.providers.get(tenant.slug, attempt.provider) if attempt else None
        if attempt is None or provider is None:
            raise Refusal(Reason.STATE)
        if provider.cvr and provider.cvr != tenant.cvr:
            raise Refusal(Reason.CVR)  # configured for another municipality than the database knows
        metadata = await self.directory.metadata(provider)
        code = _code_of(answer, provider, metadata, attempt)
        claims, id_token = await exchange(self.directory, tenant, provider, metadata, attempt, code, now)
        if (since := left_at(provider)) is not None:
            check_asked_anew(claims, since)
        matched = await self._matched(tenant, provider, claims)
        cookie, cookie_hash = new_secret()
        opened = await self.store.open(
            tenant.id,
            NewSession(
                id=uuid4(),
                cookie_hash=cookie_hash,
                replaces=replaces,
                person=matched.person,
                capacity=matched.capacities[0],
                capacities=matched.capacities,
                roles=matched.roles,
                limits=_limits_of(matched),
                language=matched.language,
                provider=provider.key,
                issuer=provider.issuer,
                subject_hash=name_hash(provider.issuer, str(claims["sub"])),
                sid_hash=_optional_hash(provider.issuer, claims.get("sid")),
                hint=seal_hint(cookie, id_token) if id_token else None,
                idle_seconds=provider.idle_seconds,
                absolute_seconds=provider.absolute_seconds,
                issued_at=datetime.fromtimestamp(float(claims["iat"]), UTC),
            ),
        )
        if not opened:
            raise Refusal(Reason.STATE)
        return Opened(cookie, provider.absolute_seconds, attempt.return_path, provider)

    async def _matched(self, tenant: Tenant, provider: Provider, claims: Mapping[str, Any]) -> Matched:
        try:
            return await match(self.store, tenant.id, provider, claims)
        except Refusal:
            # The newest word of the provider gives nothing here: what stands on an older one ends with it.
            if provider.kind == "professional":
                await self.store.end_of_account(
                    tenant.id, provider.issuer, name_hash(provider.issuer, str(claims["sub"]))
                )
            raise

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
                whole=provider.kind == "professional",
            )
            if ended is None:
                raise Refusal(Reason.LOGOUT_REPLAYED)
            return ended
        raise refusal


def name_hash(issuer: str, value: str) -> bytes:
    """SHA-256 of a provider's name for a session or an account; no such name is kept in clear."""
    return hashlib.sha256(f"{issuer}\x00{value}".encode()).digest()


def _optional_hash(issuer: str, value: object) -> bytes | None:
    return name_hash(issuer, value) if isinstance(value, str) and value else None


def _limits_of(matched: Matched) -> dict[str, dict[str, list[str]]]:
    return {
        capacity: {
            **({} if limit.units is None else {"units": [str(unit) for unit in limit.units]}),
            "closed": list(limit.closed),
        }
        for capacity, limit in matched.limits.items()
    }


def _code_of(answer: Mapping[str, str], provider: Provider, metadata: Metadata, attempt: Attempt) -> str:
    issuer = answer.get("iss")
    if issuer != provider.issuer and (issuer is not None or metadata.names_issuer):
        raise Refusal(Reason.PROVIDER_ISSUER)
    if error := answer.get("error"):
        if attempt.silent:
            raise NotSilentlyError(attempt.return_path)
        raise Refusal(Reason.CANCELLED if error == "access_denied" else Reason.PROVIDER_REFUSED)
    code = answer.get("code", "")
    if not code or len(code) > ANSWER_LIMIT:
        raise Refusal(Reason.PROVIDER_REFUSED)
    return code
