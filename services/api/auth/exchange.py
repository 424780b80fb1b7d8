"""Exchanging a code at the provider: the token request, the ID token's checks, the person's details."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote_plus

from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]
from authlib.oauth2.rfc7523 import PrivateKeyJWT  # type: ignore[import-untyped]

from services.api.auth.discovery import Directory, Metadata
from services.api.auth.provider_http import UnusableAnswer, client_arguments, json_object, provider_call
from services.api.auth.providers import Provider
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import Attempt, Tenant
from services.api.auth.tokens import check_id_token, check_userinfo, key_id_of, text_of, verified

ANSWER_LIMIT: Final = 4096
"""The longest code, and the longest ID token that may stand in an address at logout."""


async def exchange(
    directory: Directory,
    tenant: Tenant,
    provider: Provider,
    metadata: Metadata,
    attempt: Attempt,
    code: str,
    now: datetime,
) -> tuple[Mapping[str, Any], str]:
    """Turn a code into checked claims (ID token and userinfo together) and the ID token to log out with, or ""."""
    async with client_for(provider, metadata, tenant) as client:
        token = await _fetch_token(client, metadata, code, attempt)
        id_token = token.get("id_token")
        if not isinstance(id_token, str):
            raise Refusal(Reason.MALFORMED)
        keys = await directory.keys(provider, key_id_of(id_token))
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
    return {**told, **claims}, "" if tells_cpr or len(id_token) > ANSWER_LIMIT else id_token


def client_for(provider: Provider, metadata: Metadata, tenant: Tenant) -> AsyncOAuth2Client:
    """An HTTP client that proves itself to this provider; for one login."""
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


def _basic(
    auth: Any, _method: str, uri: str, headers: dict[str, str], body: str
) -> tuple[str, dict[str, str], str]:
    # RFC 6749, 2.3.1: both parts form-encoded first; the library's own method leaves that out.
    pair = f"{quote_plus(auth.client_id)}:{quote_plus(auth.client_secret)}"
    return uri, {**headers, "Authorization": f"Basic {b64encode(pair.encode()).decode()}"}, body
