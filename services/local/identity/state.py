"""What a provider remembers while it runs: its key, codes, access tokens and single sign-on sessions.

All of it but the signing key is lost with the process, as a restart of a real broker loses nothing but as a
test provider may.
"""

import secrets
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from joserfc.jwk import RSAKey

from services.local.identity.config import Client, Person, ProviderConfig

CODE_SECONDS = 60
ACCESS_SECONDS = 300
SSO_SECONDS = 8 * 3600
_LIMIT = 10_000
_NAMESPACE = uuid.UUID("4f0f8a4c-9d1e-4c1b-9a55-3a3d6d2c6f10")


@dataclass
class SsoSession:
    """One person, logged in at this provider in one browser, and the clients they went on to."""

    sid: str
    person: Person
    authenticated_at: int
    clients: dict[str, Client] = field(default_factory=dict)


@dataclass(frozen=True)
class Grant:
    """What a code or an access token stands for."""

    client: Client
    person: Person
    sid: str
    authenticated_at: int
    scope: str
    expires_at: float
    redirect_uri: str = ""
    nonce: str = ""
    challenge: str = ""


class Provider:
    """One issuer at work."""

    def __init__(self, config: ProviderConfig, key: RSAKey, port: int) -> None:
        self.config = config
        self.key = key
        self.codes: dict[str, Grant] = {}
        self.access: dict[str, Grant] = {}
        self.used_codes: dict[str, str] = {}
        self.pushed: dict[str, tuple[float, dict[str, str]]] = {}
        self.sessions: dict[str, SsoSession] = {}
        self.seen_assertions: dict[str, float] = {}
        # Cookies ignore ports, so two instances on one machine need two names.
        self.cookie = f"sso-{port}-{config.key}"

    def client(self, client_id: str) -> Client | None:
        """The client of that id."""
        return next((c for c in self.config.clients if c.client_id == client_id), None)

    def person(self, person_id: str, client: Client) -> Person | None:
        """The person of that id, if they may log in at that client."""
        return next((p for p in self.persons(client) if p.id == person_id), None)

    def persons(self, client: Client) -> list[Person]:
        """Who may log in at that client."""
        return [p for p in self.config.persons if p.clients is None or client.client_id in p.clients]

    def subject(self, client: Client, person: Person) -> str:
        """The pairwise subject: another organisation gets another one for the same person."""
        name = f"{self.config.issuer}|{client.organisation or client.client_id}|{person.id}"
        return str(uuid.uuid5(_NAMESPACE, name))

    def sign_in(self, person: Person) -> tuple[str, SsoSession]:
        """Start a single sign-on session: cookie value and session."""
        cookie = secrets.token_urlsafe(24)
        session = SsoSession(sid=secrets.token_hex(16), person=person, authenticated_at=int(time.time()))
        self.sessions[cookie] = session
        _trim(self.sessions)
        return cookie, session

    def current(self, cookie: str | None) -> SsoSession | None:
        """The living single sign-on session of a cookie."""
        session = self.sessions.get(cookie or "")
        if session and time.time() - session.authenticated_at > SSO_SECONDS:
            del self.sessions[cookie or ""]
            return None
        return session

    def issue_code(self, grant: Grant) -> str:
        """A code that works once."""
        code = secrets.token_urlsafe(32)
        self.codes[code] = grant
        _trim(self.codes)
        return code

    def redeem(self, code: str) -> Grant | None:
        """What a code stands for, once. Used twice, it also takes back the access token of the first time."""
        grant = self.codes.pop(code, None)
        if grant is None:
            self.access.pop(self.used_codes.pop(code, ""), None)
            return None
        return grant if grant.expires_at > time.time() else None

    def issue_access(self, code: str, grant: Grant) -> str:
        """An access token for userinfo."""
        token = secrets.token_urlsafe(32)
        self.access[token] = grant
        self.used_codes[code] = token
        _trim(self.access)
        _trim(self.used_codes)
        return token

    def push(self, params: dict[str, str]) -> str:
        """Keep pushed authorization parameters for a minute; answers their ``request_uri``."""
        uri = f"urn:ietf:params:oauth:request_uri:{secrets.token_urlsafe(24)}"
        self.pushed[uri] = (time.time() + CODE_SECONDS, params)
        _trim(self.pushed)
        return uri


def signing_key(key_dir: str, name: str) -> RSAKey:
    """The RSA key of a provider, kept in ``key_dir`` when there is one."""
    if not key_dir:
        return RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)
    file = Path(key_dir) / f"{name}.pem"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = RSAKey.generate_key(2048)
        draft = file.with_suffix(".draft")
        draft.touch(mode=0o600)
        draft.write_bytes(fresh.as_pem(private=True))
        draft.replace(file)
    key = RSAKey.import_key(file.read_bytes(), {"use": "sig", "alg": "RS256"})
    key.ensure_kid()
    return key


def _trim(entries: dict[str, Any]) -> None:
    while len(entries) > _LIMIT:
        del entries[next(iter(entries))]
