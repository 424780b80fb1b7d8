"""Configures the test identity providers, and the api that trusts them.

One provider per municipality with an issuer and a CVR number of its own, and one MitID-style broker which
knows every family and at which each municipality is a client of its own.
"""

import json
import secrets
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from services.local.home import Home, write_private
from services.local.people import TestPerson
from services.local.toml_text import table_of_array

_LEVEL = "https://data.gov.dk/concept/core/nsis/"


@dataclass(frozen=True)
class Municipality:
    """A tenant as its identity providers must know it."""

    slug: str
    name: str
    cvr: str
    host: str
    url: str
    roles: dict[str, str]
    """The provider's role → our capacity."""


def configure(
    home: Home, port: int, tenants: Sequence[Municipality], people: Iterable[TestPerson]
) -> tuple[Path, Path]:
    """Write both files; give the api's (TOML) and the test providers' (JSON)."""
    base = f"http://127.0.0.1:{port}"
    everyone = list(people)
    client_secrets = _secrets(home.path / "clients.json", tenants)
    identity = {
        "bind": f"127.0.0.1:{port}",
        "key_dir": str(home.run),
        "providers": [
            _broker(base, tenants, everyone, client_secrets),
            *(_municipal(base, tenant, everyone, client_secrets) for tenant in tenants),
        ],
    }
    api = [entry for tenant in tenants for entry in _trusted(base, tenant, everyone, client_secrets)]
    toml_file, json_file = home.run / "providers.toml", home.run / "identity.json"
    write_private(toml_file, "\n".join(table_of_array("provider", entry) for entry in api))
    tomllib.loads(toml_file.read_text())
    write_private(json_file, json.dumps(identity, ensure_ascii=False, indent=1))
    return toml_file, json_file


def _secrets(file: Path, tenants: Sequence[Municipality]) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads(file.read_text())
    except FileNotFoundError:
        known = {}
    for tenant in tenants:
        for kind in ("family", "professional"):
            known.setdefault(f"{tenant.slug}-{kind}", secrets.token_urlsafe(32))
    write_private(file, json.dumps(known))
    return known


def _client(tenant: Municipality, kind: str, client_secrets: dict[str, str]) -> dict[str, Any]:
    return {
        "client_id": f"{tenant.slug}-{kind}",
        "client_secret": client_secrets[f"{tenant.slug}-{kind}"],
        "organisation": tenant.slug,
        "redirect_uris": [f"{tenant.url}/auth/callback"],
        "post_logout_redirect_uris": [f"{tenant.url}/", f"{tenant.url}/auth/logged-out"],
        "backchannel_logout_uri": f"{tenant.url}/auth/backchannel-logout",
    }


def _broker(
    base: str, tenants: Sequence[Municipality], people: list[TestPerson], client_secrets: dict[str, str]
) -> dict[str, Any]:
    return {
        "key": "mitid",
        "kind": "family",
        "issuer": f"{base}/mitid/op",
        "title": "MitID (test)",
        "clients": [_client(tenant, "family", client_secrets) for tenant in tenants],
        "persons": [
            {
                "id": person.login_hint,
                "name": person.name,
                "note": person.sees,
                "clients": [f"{person.tenant}-family"],
                "cpr": person.cpr,
                "uuid": str(uuid5(NAMESPACE_URL, f"mitid:{person.tenant}:{person.login_hint}")),
                "loa": "Substantial",
                "name_address_protected": person.protected,
            }
            for person in people
            if person.provider == "family"
        ],
    }


def _municipal(
    base: str, tenant: Municipality, people: list[TestPerson], client_secrets: dict[str, str]
) -> dict[str, Any]:
    return {
        "key": tenant.slug,
        "kind": "professional",
        "issuer": f"{base}/{tenant.slug}",
        "title": f"{tenant.name} (test)",
        "cvr": tenant.cvr,
        "tid": _tid(tenant),
        "clients": [_client(tenant, "professional", client_secrets)],
        "persons": [
            {
                "id": person.login_hint,
                "name": person.name,
                "note": person.sees,
                "oid": str(uuid5(NAMESPACE_URL, f"oid:{tenant.slug}:{person.login_hint}")),
                "staff_id": person.staff_id,
                "roles": list(person.token_roles),
            }
            for person in people
            if person.provider == "professional" and person.tenant == tenant.slug
        ],
    }


def _trusted(
    base: str, tenant: Municipality, people: list[TestPerson], client_secrets: dict[str, str]
) -> list[dict[str, Any]]:
    def hints(kind: str) -> list[str]:
        return [p.login_hint for p in people if p.provider == kind and p.tenant == tenant.slug]

    return [
        {
            "tenant": tenant.slug,
            "key": "mitid",
            "kind": "family",
            "title": {"da": "MitID (test)", "en": "MitID (test)"},
            "issuer": f"{base}/mitid/op",
            "client_id": f"{tenant.slug}-family",
            "client_secret": client_secrets[f"{tenant.slug}-family"],
            "scopes": ["openid", "mitid", "ssn"],
            "claims": {"cpr": "dk.cpr", "person": "mitid.uuid"},
            "level": {"claim": "loa", "accepted": [f"{_LEVEL}Substantial", f"{_LEVEL}High"]},
            "test_persons": hints("family"),
        },
        {
            "tenant": tenant.slug,
            "key": "municipality",
            "kind": "professional",
            "title": {"da": tenant.name, "en": tenant.name},
            "issuer": f"{base}/{tenant.slug}",
            "client_id": f"{tenant.slug}-professional",
            "client_secret": client_secrets[f"{tenant.slug}-professional"],
            "scopes": ["openid", "profile"],
            "claims": {"subject": ["tid", "oid"], "cvr": "cvr", "roles": "roles", "staff": "staff_id"},
            "roles": tenant.roles,
            "cvr": tenant.cvr,
            "test_persons": hints("professional"),
        },
    ]


def _tid(tenant: Municipality) -> str:
    return str(uuid5(NAMESPACE_URL, f"tid:{tenant.slug}"))
