"""The configuration file of the test identity providers.

JSON, refused as a whole when a field is unknown, a CPR number could belong to a living person, or anything is
bound to an address that other machines reach.
"""

import ipaddress
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec


class ConfigProblem(Exception):
    """The configuration can't be used; the text says why and never repeats a secret."""


class Client(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A relying party. Its secret and its public keys are two ways to say who it is; one is enough."""

    client_id: str
    redirect_uris: list[str]
    organisation: str = ""
    client_secret: str = ""
    jwks: dict[str, Any] | None = None
    post_logout_redirect_uris: list[str] = []
    backchannel_logout_uri: str = ""


class Person(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A synthetic person; ``id`` is what ``login_hint`` names. ``note`` tells what they will see."""

    id: str
    name: str
    note: str = ""
    clients: list[str] | None = None
    # family
    cpr: str = ""
    uuid: str = ""
    loa: Literal["Low", "Substantial", "High"] = "Substantial"
    name_address_protected: bool = False
    # professional
    oid: str = ""
    staff_id: str = ""
    roles: list[str] = []
    groups: list[str] = []
    cvr: str = ""


class ProviderConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One issuer. ``cvr`` and ``tid`` belong to a municipality's provider."""

    key: str
    kind: Literal["family", "professional"]
    issuer: str
    title: str
    clients: list[Client]
    persons: list[Person]
    cvr: str = ""
    tid: str = ""

    @property
    def path(self) -> str:
        """The issuer's path, under which all its endpoints stand."""
        return urlsplit(self.issuer).path.rstrip("/")


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file. With ``key_dir`` the signing keys outlive a restart."""

    bind: str
    providers: list[ProviderConfig]
    key_dir: str = ""

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen on."""
        host, _, port = self.bind.rpartition(":")
        return host.strip("[]"), int(port)


def load(file: Path) -> Config:
    """Read and check the file; raises ``ConfigProblem``."""
    try:
        config = msgspec.json.decode(file.read_bytes(), type=Config)
        return checked(config)
    except (OSError, msgspec.MsgspecError, ValueError) as problem:
        raise ConfigProblem(f"{file.name}: {problem}") from problem


def checked(config: Config) -> Config:
    """The configuration itself, or ``ConfigProblem``."""
    host, _ = config.address
    if not ipaddress.ip_address(host).is_loopback:
        raise ConfigProblem("test identity providers listen on loopback only")
    paths = [provider.path for provider in config.providers]
    if len(set(paths)) != len(paths) or "" in paths:
        raise ConfigProblem("each issuer needs a path of its own")
    for provider in config.providers:
        for person in provider.persons:
            if person.cpr and not is_replacement_number(person.cpr):
                raise ConfigProblem(
                    f"{provider.key}/{person.id}: only replacement numbers (day 61-91) are allowed"
                )
    return config


def is_replacement_number(cpr: str) -> bool:
    """Tell whether ten digits are a CPR number that no one holds: the day plus 60."""
    return len(cpr) == 10 and cpr.isascii() and cpr.isdecimal() and 61 <= int(cpr[:2]) <= 91
