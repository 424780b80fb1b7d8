"""The token endpoint and how a client proves there who it is."""

import hashlib
import secrets
import time
from base64 import b64decode, urlsafe_b64encode
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_plus

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from litestar import Response

from services.local.identity.claims import id_token
from services.local.identity.config import Client
from services.local.identity.state import ACCESS_SECONDS, Provider

_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def token(provider: Provider, form: dict[str, str], authorization: str) -> Response[Any]:
    """Exchange a code for tokens."""
    client = authenticated(provider, form, authorization)
    if client is None:
        return refused("invalid_client", 401)
    if form.get("grant_type") != "authorization_code":
        return refused("unsupported_grant_type")
    code = form.get("code", "")
    grant = provider.redeem(code)
    if (
        grant is None
        or grant.client.client_id != client.client_id
        or grant.redirect_uri != form.get("redirect_uri")
        or not secrets.compare_digest(grant.challenge, _challenge(form.get("code_verifier", "")))
    ):
        return refused("invalid_grant")
    access = provider.issue_access(code, replace(grant, expires_at=time.time() + ACCESS_SECONDS))
    return Response(
        {
            "access_token": access,
            "id_token": id_token(provider, grant, access),
            "token_type": "Bearer",
            "expires_in": ACCESS_SECONDS,
            "scope": grant.scope,
        },
        headers={"Cache-Control": "no-store"},
    )


def authenticated(provider: Provider, form: dict[str, str], authorization: str) -> Client | None:
    """The client behind a request: secret in header or form, or a signed assertion."""
    if form.get("client_assertion_type") == _ASSERTION:
        return _by_assertion(provider, form.get("client_assertion", ""))
    name, secret = form.get("client_id", ""), form.get("client_secret", "")
    if authorization.lower().startswith("basic "):
        try:
            raw = b64decode(authorization[6:], validate=True).decode()
        except ValueError:
            return None
        name, _, secret = raw.partition(":")
        name, secret = unquote_plus(name), unquote_plus(secret)
    client = provider.client(name)
    if client is None or not client.client_secret:
        return None
    return client if secrets.compare_digest(client.client_secret.encode(), secret.encode()) else None


def refused(error: str, status: int = 400) -> Response[Any]:
    """An OAuth error answer."""
    return Response({"error": error}, status_code=status, headers={"Cache-Control": "no-store"})


def _by_assertion(provider: Provider, assertion: str) -> Client | None:
    for client in provider.config.clients:
        if client.jwks is None:
            continue
        try:
            keys = KeySet.import_key_set(client.jwks)  # type: ignore[arg-type]
            claims = jwt.decode(assertion, keys, algorithms=["RS256", "PS256", "ES256"]).claims
        except (JoseError, ValueError):
            continue
        ours = {provider.config.issuer, f"{provider.config.issuer}/connect/token"}
        audience = claims.get("aud")
        named = {audience} if isinstance(audience, str) else set(audience or [])
        jti, now = str(claims.get("jti", "")), time.time()
        fresh = bool(jti) and jti not in provider.seen_assertions and float(claims.get("exp", 0)) > now
        if claims.get("iss") == claims.get("sub") == client.client_id and named & ours and fresh:
            provider.seen_assertions[jti] = now
            return client
    return None


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
