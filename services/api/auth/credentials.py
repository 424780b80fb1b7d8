"""What a browser or a program shows to be recognised: a session cookie or a bearer token.

Both are 32 random bytes, written as base64url. The database knows only their SHA-256, so a stolen table opens
no session. A value of any other form is no credential at all and never reaches the database.
"""

import hashlib
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from services.api.auth.connection import Connection
from services.core.identity import Credential

BEARER_PREFIX: Final = "rb_"
_COOKIES: Final = ("session", "login", "provider", "fresh", "left")
_WRITTEN = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class CookieNames:
    """The cookies of one tenant's address."""

    session: str
    login: str
    provider: str
    """Which provider of professionals gave this browser its session: asked again without a word (ADR 20)."""
    fresh: str
    """There as long as that need not be done."""
    left: str
    """When this browser was left: the next log-in of a family asks again (``anew.py``)."""
    secure: bool

    @classmethod
    def of(cls, public_url: str) -> "CookieNames":
        """``__Host-`` and Secure on https. On plain http (local mode) names carry the port, for cookies
        ignore it."""
        parts = urlsplit(public_url)
        if parts.scheme == "https":
            return cls._named("__Host-rundbord-{}", secure=True)
        return cls._named(f"rundbord-{{}}-{parts.port or 80}", secure=False)

    @classmethod
    def _named(cls, form: str, *, secure: bool) -> "CookieNames":
        session, login, provider, fresh, left = (form.format(name) for name in _COOKIES)
        return cls(session, login, provider, fresh, left, secure)


def new_secret() -> tuple[str, bytes]:
    """A fresh secret as written in a cookie, and the hash to keep."""
    raw = secrets.token_bytes(32)
    return urlsafe_b64encode(raw).rstrip(b"=").decode(), hashlib.sha256(raw).digest()


def new_token() -> tuple[str, bytes]:
    """A fresh bearer token as its holder writes it, and the hash to keep."""
    written, digest = new_secret()
    return BEARER_PREFIX + written, digest


def secret_hash(written: str | None) -> bytes | None:
    """The hash of a written secret; None for anything that is not 43 characters of base64url."""
    raw = _raw(written)
    return None if raw is None else hashlib.sha256(raw).digest()


def credential_of(connection: Connection, names: CookieNames) -> Credential | None:
    """What the request shows. A bearer header decides alone, also when it is wrong: it never falls back to a
    cookie."""
    header = connection.headers.get("authorization")
    if header is not None:
        scheme, _, value = header.partition(" ")
        if scheme.lower() != "bearer" or not value.startswith(BEARER_PREFIX):
            return None
        digest = secret_hash(value.removeprefix(BEARER_PREFIX).strip())
        return None if digest is None else Credential("bearer", digest)
    digest = secret_hash(connection.cookies.get(names.session))
    return None if digest is None else Credential("cookie", digest)


def seal_hint(cookie: str, id_token: str) -> bytes:
    """Encrypt an ID token so that only the browser's cookie opens it again."""
    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(_hint_key(cookie)).encrypt(nonce, id_token.encode(), b"id_token_hint")


def open_hint(cookie: str, sealed: bytes) -> str:
    """The ID token behind a sealed hint; "" when this cookie doesn't open it."""
    try:
        return AESGCM(_hint_key(cookie)).decrypt(sealed[:12], sealed[12:], b"id_token_hint").decode()
    except (InvalidTag, ValueError):
        return ""


def _hint_key(cookie: str) -> bytes:
    raw = _raw(cookie)
    if raw is None:
        raise ValueError("not a cookie of ours")
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"rundbord id_token_hint").derive(raw)


def _raw(written: str | None) -> bytes | None:
    if written is None or not _WRITTEN.fullmatch(written):
        return None
    return urlsafe_b64decode(written + "=")
