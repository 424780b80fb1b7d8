"""Judging what a provider signed: ID tokens and logout tokens. Values in, claims or a ``Refusal`` out.

Each check stands here because a stock client lets its violation through or answers it with a crash: the kind
of token, the issuer, audience and authorized party, the times (as true integers), the nonce, a usable
subject, the level of assurance, the CVR number. Signatures are verified first; nothing of an unverified token
is believed.
"""

import binascii
import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from hmac import compare_digest
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jws import JWSRegistry

from services.api.auth.discovery import SigningKey
from services.api.auth.providers import Provider
from services.api.auth.refusal import Reason, Refusal

SKEW_SECONDS: Final = 60
LOGOUT_EVENT: Final = "http://schemas.openid.net/event/backchannel-logout"
TOKEN_LIMIT: Final = 32 * 1024
_OLDEST_SECONDS = 600
_NOT_ID_TOKENS = frozenset({"logout+jwt", "at+jwt", "secevent+jwt", "token-introspection+jwt"})


def header_of(token: str) -> Mapping[str, Any]:
    """The unverified header, to find the key by. Raises ``Refusal`` for what is no compact token."""
    return _unverified(token, 0)


def issuer_of(token: str) -> str:
    """The unverified issuer, to find the provider by; nothing else may be read before the signature is
    verified."""
    issuer = _unverified(token, 1).get("iss")
    if not isinstance(issuer, str):
        raise Refusal(Reason.ISSUER)
    return issuer


def key_id_of(token: str) -> str | None:
    """The unverified key id."""
    key_id = header_of(token).get("kid")
    if key_id is not None and not isinstance(key_id, str):
        raise Refusal(Reason.MALFORMED)
    return key_id


def verified(
    token: str, provider: Provider, keys: tuple[SigningKey, ...]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Header and claims of a token that one of these keys signed, with an algorithm this provider may use."""
    registry = JWSRegistry(algorithms=provider.algorithms, strict_check_header=False)
    for key in keys:
        try:
            decoded = jwt.decode(token, key, algorithms=provider.algorithms, registry=registry)
        except (JoseError, ValueError, TypeError, RecursionError):
            continue
        return decoded.header, decoded.claims
    raise Refusal(Reason.SIGNATURE)


def check_id_token(
    header: Mapping[str, Any], claims: Mapping[str, Any], provider: Provider, *, nonce: str, now: int
) -> None:
    """Refuse an ID token that is not for this login, here and now. ``now`` is machine time in seconds."""
    if (
        str(header.get("typ", "JWT")).lower().removeprefix("application/") in _NOT_ID_TOKENS
        or "events" in claims
    ):
        raise Refusal(Reason.TYPE)
    _check_source(claims, provider)
    _check_times(claims, now, oldest=None)
    told = claims.get("nonce")
    if not isinstance(told, str) or not compare_digest(told.encode(), nonce.encode()):
        raise Refusal(Reason.NONCE)
    if not _is_subject(claims.get("sub")):
        raise Refusal(Reason.SUBJECT)
    if provider.level and claims.get(provider.level.claim) not in provider.level.accepted:
        raise Refusal(Reason.LEVEL)
    if provider.claims.cvr and claims.get(provider.claims.cvr) != provider.cvr:
        raise Refusal(Reason.CVR)
    if provider.claims.organisation and claims.get(provider.claims.organisation) != provider.organisation:
        raise Refusal(Reason.CVR)


def check_asked_anew(claims: Mapping[str, Any], since: int) -> None:
    """Refuse a log-in that is older than ``since`` (machine time in seconds). A provider that does not say when it asked
    (``auth_time``) is believed: it was told to ask."""
    if "auth_time" in claims and _time(claims, "auth_time") < since - SKEW_SECONDS:
        raise Refusal(Reason.NOT_ASKED)


def check_logout_token(
    header: Mapping[str, Any], claims: Mapping[str, Any], provider: Provider, *, now: int
) -> None:
    """Refuse a logout token that breaks OpenID Connect Back-Channel Logout 1.0, section 2.6."""
    kind = str(header.get("typ", "logout+jwt")).lower().removeprefix("application/")
    events = claims.get("events")
    event = events.get(LOGOUT_EVENT) if isinstance(events, dict) else None
    if kind not in ("logout+jwt", "jwt") or not isinstance(event, dict) or "nonce" in claims:
        raise Refusal(Reason.TYPE)
    _check_source(claims, provider)
    _check_times(claims, now, oldest=_OLDEST_SECONDS)
    if not _is_subject(claims.get("jti")):
        raise Refusal(Reason.MALFORMED)
    named = [claims[name] for name in ("sub", "sid") if name in claims]
    if not named or not all(_is_subject(value) for value in named):
        raise Refusal(Reason.SUBJECT)


def check_userinfo(told: Mapping[str, Any], claims: Mapping[str, Any]) -> None:
    """Refuse details of someone else than the ID token's subject."""
    subject = told.get("sub")
    if not isinstance(subject, str) or not compare_digest(subject.encode(), str(claims["sub"]).encode()):
        raise Refusal(Reason.USERINFO_SUBJECT)


def text_of(claims: Mapping[str, Any], name: str) -> str:
    """A claim that is a usable text, else "". Never a number or a truth turned into text."""
    value = claims.get(name) if name else None
    return value if _is_subject(value) and isinstance(value, str) else ""


def _check_source(claims: Mapping[str, Any], provider: Provider) -> None:
    if claims.get("iss") != provider.issuer:
        raise Refusal(Reason.ISSUER)
    told = claims.get("aud")
    audience = [told] if isinstance(told, str) else told
    if not isinstance(audience, list) or provider.client_id not in audience:
        raise Refusal(Reason.AUDIENCE)
    party = claims.get("azp")
    if (len(audience) > 1 and party is None) or (party is not None and party != provider.client_id):
        raise Refusal(Reason.AUDIENCE)


def _check_times(claims: Mapping[str, Any], now: int, *, oldest: int | None) -> None:
    # A logout token may lack exp; nothing may lack iat.
    issued = _time(claims, "iat")
    until = _time(claims, "exp") if oldest is None or "exp" in claims else now + 1
    start = _time(claims, "nbf") if "nbf" in claims else now
    early = max(issued, start) > now + SKEW_SECONDS
    late = until <= now - SKEW_SECONDS or (oldest is not None and issued < now - oldest)
    if early or late:
        raise Refusal(Reason.TIME)


def _time(claims: Mapping[str, Any], name: str) -> float:
    # bool is an int in Python, and "9999999999" is a text: neither is a time.
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e11:
        raise Refusal(Reason.TIME)
    return float(value)


def _is_subject(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 255 and value.isprintable() and bool(value.strip())


def _unverified(token: str, part: int) -> Mapping[str, Any]:
    pieces = token.split(".")
    if len(pieces) != 3 or len(token) > TOKEN_LIMIT:
        raise Refusal(Reason.MALFORMED)
    try:
        content = json.loads(urlsafe_b64decode(pieces[part].encode("ascii") + b"=="))
    except (ValueError, binascii.Error, RecursionError) as problem:
        raise Refusal(Reason.MALFORMED) from problem
    if not isinstance(content, dict):
        raise Refusal(Reason.MALFORMED)
    return content
