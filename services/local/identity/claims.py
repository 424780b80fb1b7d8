"""What each kind of provider says of a person, in its own manner.

A broker's userinfo holds strings only, also for numbers and truths; a municipality's provider puts roles,
groups and its CVR number into the ID token and has no userinfo worth asking.
"""

import hashlib
import time
from base64 import urlsafe_b64encode
from typing import Any

from joserfc import jwt

from services.local.identity.state import ACCESS_SECONDS, Grant, Provider

LEVELS = "https://data.gov.dk/concept/core/nsis/"


def id_token(provider: Provider, grant: Grant, access_token: str) -> str:
    """A signed ID token for a grant; it lives 300 s."""
    now = int(time.time())
    claims: dict[str, Any] = {
        "iss": provider.config.issuer,
        "aud": grant.client.client_id,
        "sub": provider.subject(grant.client, grant.person),
        "iat": now,
        "nbf": now,
        "exp": now + ACCESS_SECONDS,
        "auth_time": grant.authenticated_at,
        "sid": grant.sid,
        "at_hash": _at_hash(access_token),
        **(_family(grant) if provider.config.kind == "family" else _professional(provider, grant)),
    }
    if grant.nonce:
        claims["nonce"] = grant.nonce
    return signed(provider, claims)


def userinfo(provider: Provider, grant: Grant) -> dict[str, Any]:
    """The answer of the userinfo endpoint."""
    subject = provider.subject(grant.client, grant.person)
    person = grant.person
    if provider.config.kind == "professional":
        return {"sub": subject, "name": person.name}
    told = {
        "sub": subject,
        "idp": "mitid",
        "mitid.uuid": person.uuid,
        "mitid.has_cpr": "true" if person.cpr else "false",
        "mitid.name_address_protected": "true" if person.name_address_protected else "false",
        "loa": LEVELS + person.loa,
    }
    if not person.name_address_protected:
        told["mitid.identity_name"] = person.name
    if person.cpr and "ssn" in grant.scope.split():
        told["dk.cpr"] = person.cpr
    return told


def logout_token(provider: Provider, client_id: str, subject: str, sid: str, jti: str) -> str:
    """A signed logout token (OpenID Connect Back-Channel Logout 1.0)."""
    now = int(time.time())
    claims = {
        "iss": provider.config.issuer,
        "aud": client_id,
        "iat": now,
        "exp": now + 120,
        "jti": jti,
        "sub": subject,
        "sid": sid,
        "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
    }
    return signed(provider, claims, typ="logout+jwt")


def signed(provider: Provider, claims: dict[str, Any], typ: str = "JWT") -> str:
    """A compact JWS under the provider's key."""
    return jwt.encode({"alg": "RS256", "kid": provider.key.kid, "typ": typ}, claims, provider.key)


def _family(grant: Grant) -> dict[str, Any]:
    level = LEVELS + grant.person.loa
    return {"idp": "mitid", "identity_type": "private", "loa": level, "ial": level, "aal": level}


def _professional(provider: Provider, grant: Grant) -> dict[str, Any]:
    person = grant.person
    told: dict[str, Any] = {
        "tid": provider.config.tid,
        "oid": person.oid,
        "name": person.name,
        "cvr": person.cvr or provider.config.cvr,
        "roles": person.roles,
        "groups": person.groups,
    }
    if person.staff_id:
        told["staff_id"] = person.staff_id
    return told


def _at_hash(access_token: str) -> str:
    digest = hashlib.sha256(access_token.encode()).digest()
    return urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
