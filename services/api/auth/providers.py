"""Identity providers as configuration: who may vouch for whom, at which tenant, and in whose words.

Brokers differ in claim names, in how a level of assurance is asked for and in how a client proves itself; all
of that is data in one TOML file (``RUNDBORD_PROVIDERS_FILE``), which also holds the secrets. A file with an
unknown field, or a provider that could not be checked fully, stops the process at start.
"""

import tomllib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import msgspec

from services.api.auth.system_roles import ConstraintKind, catalogue
from services.core.mode import Mode

ALGORITHMS: Final = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})
"""Signatures we can accept at all: asymmetric ones. A provider's own list narrows it further."""

CAPACITIES: Final = ("leader", "adviser", "professional", "dpo", "administrator", "auditor")
"""Capacities that a professional's token can give, the one chosen first when several are held."""

LONGEST_MINUTES: Final = 240
"""How long a role may be believed after the provider said it, at most (ADR 20)."""


class ProviderProblem(Exception):
    """The providers' file can't be used; the text says where, and repeats no secret."""


class Claims(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this provider calls things. An empty name: this provider does not tell it."""

    subject: tuple[str, ...] = ("sub",)
    """Professionals: the claims that, joined by ``/``, name the account (Entra: ``tid``, ``oid``)."""
    cpr: str = ""
    person: str = ""
    cvr: str = ""
    organisation: str = ""
    """Instead of a CVR number: what names the municipality there (Entra: ``tid``)."""
    roles: str = ""
    groups: str = ""
    privileges: str = ""
    """OIO-BPP, base64 of XML: ``privilegesIntermediate``."""
    staff: str = ""


class Level(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a level of assurance is asked for, and which answers are enough (exact values, never an order)."""

    claim: str
    accepted: tuple[str, ...]
    request: dict[str, Any] = {}


class Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A system role under constraints, for providers whose claims can't carry any. None: no such constraint."""

    role: str
    units: tuple[str, ...] | None = None
    sensitivity: tuple[str, ...] | None = None


class Provider(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One provider of one tenant."""

    tenant: str
    key: str
    kind: Literal["family", "professional"]
    title: dict[str, str]
    issuer: str
    client_id: str
    client_auth: Literal["client_secret_basic", "client_secret_post", "private_key_jwt"] = (
        "client_secret_basic"
    )
    client_secret: str = ""
    client_secret_file: str = ""
    private_key_file: str = ""
    assertion_audience: Literal["token_endpoint", "issuer"] = "token_endpoint"
    scopes: tuple[str, ...] = ("openid",)
    algorithms: tuple[str, ...] = ("RS256",)
    claims: Claims = Claims()
    level: Level | None = None
    roles: dict[str, str | Given] = {}
    """What the provider calls a role or a group → the key of a system role, or that under constraints."""
    constraints: dict[str, str] = {}
    """What the provider calls a constraint, beside the names of the catalogue → its kind."""
    cvr: str = ""
    organisation: str = ""
    userinfo: bool | None = None
    idle_minutes: int = 0
    absolute_minutes: int = 0
    test_persons: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Provider({self.tenant}/{self.key})"

    @property
    def asks_userinfo(self) -> bool:
        """Whether the person's details are fetched from userinfo: by default for families only."""
        return self.kind == "family" if self.userinfo is None else self.userinfo

    @property
    def idle_seconds(self) -> int:
        """How long a session may lie unused, in seconds of machine time."""
        return 60 * (self.idle_minutes or (30 if self.kind == "family" else 60))

    @property
    def absolute_seconds(self) -> int:
        """How long a session may live at all, in seconds of machine time. Roles are asked for anew after that."""
        return 60 * (self.absolute_minutes or (480 if self.kind == "family" else 60))

    @cached_property
    def credential(self) -> str:
        """The client secret, or the private key as PEM; read from its file once."""
        file = self.private_key_file or self.client_secret_file
        return Path(file).read_text(encoding="ascii").strip() if file else self.client_secret


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    provider: tuple[Provider, ...] = ()


class Providers:
    """All providers, by tenant."""

    def __init__(self, providers: Iterable[Provider], mode: Mode = Mode.PRODUCTION) -> None:
        self._by_tenant: dict[str, dict[str, Provider]] = {}
        for provider in providers:
            if problem := _problem(provider, mode):
                raise ProviderProblem(f"{provider.tenant}/{provider.key}: {problem}")
            own = self._by_tenant.setdefault(provider.tenant, {})
            if provider.key in own:
                raise ProviderProblem(f"{provider.tenant}/{provider.key} stands there twice")
            own[provider.key] = provider

    @classmethod
    def load(cls, file: Path, mode: Mode = Mode.PRODUCTION) -> "Providers":
        """Read the TOML file; raises ``ProviderProblem``."""
        try:
            with file.open("rb") as stream:
                content = tomllib.load(stream)
            parsed = msgspec.convert(content, _File)
            providers = cls(parsed.provider, mode)
            for provider in parsed.provider:
                _ = provider.credential
        except (OSError, ValueError, msgspec.ValidationError) as problem:
            raise ProviderProblem(f"{file.name}: {problem}") from problem
        return providers

    @property
    def current(self) -> "Providers":
        """Themselves: what is given at once does not change, unlike a file (``ProvidersFile``)."""
        return self

    def of(self, tenant: str) -> tuple[Provider, ...]:
        """The tenant's providers, families' first."""
        return tuple(sorted(self._by_tenant.get(tenant, {}).values(), key=lambda p: p.kind != "family"))

    def get(self, tenant: str, key: str) -> Provider | None:
        """The tenant's provider of that key. Another tenant's is never found."""
        return self._by_tenant.get(tenant, {}).get(key)

    def by_hint(self, tenant: str, person: str) -> Provider | None:
        """Local mode: the provider that knows a test person."""
        return next((p for p in self.of(tenant) if person in p.test_persons), None)


def is_loopback(url: str) -> bool:
    """Tell whether an address is plain http to this very machine."""
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1")


def _problem(provider: Provider, mode: Mode) -> str:  # noqa: PLR0911 - a list of rules, one line each
    parts = urlsplit(provider.issuer)
    secure = parts.scheme == "https" and bool(parts.hostname)
    if not (secure or (mode.is_local and is_loopback(provider.issuer))) or parts.query or parts.fragment:
        return "issuer must be https, without query"
    if "openid" not in provider.scopes or not provider.client_id:
        return "client_id and the scope openid are needed"
    if not provider.algorithms or not set(provider.algorithms) <= ALGORITHMS:
        return f"algorithms must be among {', '.join(sorted(ALGORITHMS))}"
    by_key = provider.client_auth == "private_key_jwt"
    if by_key != bool(provider.private_key_file) or by_key == bool(
        provider.client_secret or provider.client_secret_file
    ):
        return f"{provider.client_auth} needs its own credential and no other"
    if {"da", "en"} - set(provider.title):
        return "title needs da and en"
    if provider.test_persons and not mode.is_local:
        return "test_persons belong to local mode"
    if provider.kind == "family":
        if provider.level is None or not provider.level.accepted:
            return "a families' provider needs level.claim and level.accepted"
        return (
            "" if provider.claims.cpr or provider.claims.person else "claims.cpr or claims.person is needed"
        )
    return _professional_problem(provider)


def _professional_problem(provider: Provider) -> str:
    claims = provider.claims
    if not (provider.cvr and claims.subject and (claims.roles or claims.groups or claims.privileges)):
        return (
            "a professionals' provider needs cvr, claims.subject and one of claims.roles, groups, privileges"
        )
    if bool(claims.organisation) != bool(provider.organisation):
        return "claims.organisation and organisation belong together"
    if not (claims.cvr or claims.organisation or claims.privileges):
        return "the token must say whose it is: claims.cvr, claims.organisation or claims.privileges"
    if provider.absolute_minutes > LONGEST_MINUTES:
        return f"absolute_minutes: a role is believed for {LONGEST_MINUTES} minutes at most"
    if not set(provider.constraints.values()) <= set(ConstraintKind):
        return f"constraints lead to {', '.join(ConstraintKind)}"
    return next(filter(None, map(_role_problem, provider.roles.values())), "")


def _role_problem(given: "str | Given") -> str:
    known = catalogue()
    one = Given(role=given) if isinstance(given, str) else given
    if one.role not in known.given_by_providers:
        return f"roles lead to {', '.join(known.given_by_providers)}"
    if not set(one.sensitivity or ()) <= set(known.levels):
        return f"sensitivity is of {', '.join(known.levels)}"
    if not _kinds(one) <= set(known.roles[one.role].constraints):
        return f"{one.role} knows no such constraint"
    return ""


def _kinds(given: Given) -> set[ConstraintKind]:
    told = ((ConstraintKind.UNIT, given.units), (ConstraintKind.SENSITIVITY, given.sensitivity))
    return {kind for kind, values in told if values is not None}
