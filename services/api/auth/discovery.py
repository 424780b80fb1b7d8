"""What a provider says of itself: endpoints and keys, kept for a while and fetched again when they fail.

An answer that can't be used is never kept, so a provider that was broken for a minute is usable in the next;
and an unknown key id fetches anew at most once in ``REFETCH_SECONDS``, so that forged tokens can't make us
hammer it.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, RSAKey

from services.api.auth.provider_http import UnusableAnswer, get_json, provider_call
from services.api.auth.providers import Provider, is_loopback
from services.api.auth.refusal import Reason, Refusal

METADATA_SECONDS: Final = 3600.0
KEYS_SECONDS: Final = 3600.0
REFETCH_SECONDS: Final = 5.0
_MOST_KEYS = 50

SigningKey = RSAKey | ECKey


@dataclass(frozen=True)
class Metadata:
    """The part of a discovery document that we use."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    end_session_endpoint: str
    names_issuer: bool
    """Whether every callback carries ``iss`` (RFC 9207); then one without it is refused."""


@dataclass
class _Known:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    metadata: Metadata | None = None
    metadata_at: float = 0.0
    keys: tuple[SigningKey, ...] = ()
    keys_at: float = 0.0


class Directory:
    """Metadata and keys of all providers, shared by all requests of a process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, _Known] = {}

    async def metadata(self, provider: Provider) -> Metadata:
        """The provider's endpoints. Raises ``Refusal``: away, or not who it says it is."""
        known = self._entry(provider)
        async with known.lock:
            return await self._metadata(provider, known)

    async def keys(self, provider: Provider, key_id: str | None) -> tuple[SigningKey, ...]:
        """Keys that may have signed a token with this ``kid`` (None: any), never none. Raises ``Refusal``."""
        known = self._entry(provider)
        async with known.lock:
            age = self._clock() - known.keys_at
            found = _matching(known.keys, key_id)
            if not known.keys or age > KEYS_SECONDS or (not found and age > REFETCH_SECONDS):
                metadata = await self._metadata(provider, known)
                async with provider_call():
                    known.keys = _signing_keys(await get_json(metadata.jwks_uri))
                known.keys_at = self._clock()
                found = _matching(known.keys, key_id)
        if not found:
            raise Refusal(Reason.SIGNATURE)
        return found

    def _entry(self, provider: Provider) -> _Known:
        return self._known.setdefault(provider.issuer, _Known())

    async def _metadata(self, provider: Provider, known: _Known) -> Metadata:
        if known.metadata is None or self._clock() - known.metadata_at > METADATA_SECONDS:
            async with provider_call():
                told = await get_json(provider.issuer.rstrip("/") + "/.well-known/openid-configuration")
                if told.get("issuer") != provider.issuer:
                    raise Refusal(Reason.PROVIDER_ISSUER)
                known.metadata = _metadata(provider, told)
            known.metadata_at = self._clock()
        return known.metadata


def _metadata(provider: Provider, told: Mapping[str, Any]) -> Metadata:
    def address(name: str, needed: bool = True) -> str:
        value = told.get(name)
        if value is None and not needed:
            return ""
        if not isinstance(value, str) or not _reachable(provider, value):
            raise UnusableAnswer(name)
        return value

    return Metadata(
        authorization_endpoint=address("authorization_endpoint"),
        token_endpoint=address("token_endpoint"),
        jwks_uri=address("jwks_uri"),
        userinfo_endpoint=address("userinfo_endpoint", provider.asks_userinfo),
        end_session_endpoint=address("end_session_endpoint", needed=False),
        names_issuer=told.get("authorization_response_iss_parameter_supported") is True,
    )


def _reachable(provider: Provider, url: str) -> bool:
    # A provider may name other hosts than its own, but never a plain-text or an inward address.
    parts = urlsplit(url)
    if is_loopback(provider.issuer):
        return is_loopback(url)
    return parts.scheme == "https" and bool(parts.hostname) and len(url) < 2000


def _signing_keys(told: Mapping[str, Any]) -> tuple[SigningKey, ...]:
    entries = told.get("keys")
    if not isinstance(entries, list) or len(entries) > _MOST_KEYS:
        raise UnusableAnswer("keys")
    found: list[SigningKey] = []
    for entry in entries:
        # Symmetric keys have no business in a public document; encryption keys sign nothing.
        if (
            not isinstance(entry, dict)
            or entry.get("kty") not in ("RSA", "EC")
            or entry.get("use", "sig") != "sig"
        ):
            continue
        try:
            key = JWKRegistry.import_key(
                {n: v for n, v in entry.items() if n not in ("x5c", "x5t", "x5t#S256", "x5u")}
            )
        except (JoseError, ValueError, TypeError, KeyError):
            continue
        if isinstance(key, RSAKey | ECKey):
            found.append(key)
    if not found:
        raise UnusableAnswer("no usable key")
    return tuple(found)


def _matching(keys: tuple[SigningKey, ...], key_id: str | None) -> tuple[SigningKey, ...]:
    return keys if key_id is None else tuple(key for key in keys if key.kid == key_id)
