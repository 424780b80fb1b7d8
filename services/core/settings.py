"""What a process is told by its surroundings: addresses, files and secrets, read once at start.

Nothing here switches behaviour (see ``mode.py``). Secrets are part of several addresses, so the repr of the
settings shows which are set and never a value.
"""

import os
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Self, TypeAlias

import msgspec

PREFIX = "RUNDBORD_"
Network: TypeAlias = IPv4Network | IPv6Network


class SettingsError(Exception):
    """A variable is missing or unusable. The text names the variable, never its value."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings of all processes; a process requires only those it uses (``from_env(needs=…)``).

    An address that is not set is ``""``, a path that is not set is ``None``.
    """

    database_url: str = ""
    """Main PostgreSQL instance, with the login role of this process."""
    keys_url: str = ""
    """The PostgreSQL instance that holds data keys, CPR look-up and birth dates."""
    redis_url: str = ""
    """Valkey/Redis: broker, rate limits, caches. May vanish at any time."""
    key_dir: Path | None = None
    """Directory of the file key provider."""
    anchor_dir: Path | None = None
    """Where the sealed audit chain is anchored, outside the databases."""
    smtp_url: str = ""
    """``smtp://host:port`` or ``smtps://user:password@host:port``."""
    mail_from: str = ""
    """Sender address of mail."""
    channels_file: Path | None = None
    """TOML file of the ways out beside mail, with addresses and secrets of gateways, per tenant."""
    public_url: str = "https://{host}"
    """Template of a tenant's address; ``{host}`` is the tenant's host name."""
    providers_file: Path | None = None
    """TOML file of the identity providers, with secrets, per tenant."""
    tenants_dir: Path | None = None
    """Tenant models as TOML; only ``migrate`` and ``tenant add`` read it."""
    bind: str = "127.0.0.1:8000"
    """host:port of the api."""
    trusted_proxies: str = ""
    """Networks of our own proxies, with commas: whom they name as the sender is counted by rate limits; no other's word."""
    metrics_bind: str = ""
    """host:port of the metrics endpoint; empty: none is opened."""
    pulse_file: Path | None = None
    """File that worker and beat touch for as long as their own loops turn: what a health check looks at."""
    bounce_address: str = ""
    """Where mail that can't be delivered comes back to; empty: to the sender, and nobody reads it here."""
    bounce_bind: str = ""
    """host:port on which the notifier takes in what the mail server forwards from there (SMTP or LMTP); empty: none."""
    receipts_bind: str = ""
    """host:port where gateways tell the notifier what became of messages; empty: none is opened."""

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, *, needs: tuple[str, ...] = ()) -> Self:
        """Read ``RUNDBORD_*``; raise ``SettingsError`` naming every variable of ``needs`` that is missing."""
        source = os.environ if environ is None else environ
        raw = {
            name: value
            for name in cls.__struct_fields__
            if (value := source.get(PREFIX + name.upper(), "").strip())
        }
        missing = [PREFIX + name.upper() for name in needs if not raw.get(name)]
        if missing:
            raise SettingsError(f"not set: {', '.join(missing)}")
        settings = msgspec.convert(raw, cls, strict=False, dec_hook=_decode)
        if "{host}" not in settings.public_url:
            raise SettingsError(f"{PREFIX}PUBLIC_URL must contain {{host}}, for example https://{{host}}")
        for name in ("bind", "metrics_bind", "receipts_bind", "bounce_bind"):
            if value := getattr(settings, name):
                split_bind(value, PREFIX + name.upper())
        settings.proxies()
        return settings

    def proxies(self) -> tuple[Network, ...]:
        """``trusted_proxies`` as networks; raises ``SettingsError`` for what is none."""
        try:
            return tuple(ip_network(one.strip()) for one in self.trusted_proxies.split(",") if one.strip())
        except ValueError:
            raise SettingsError(
                f"{PREFIX}TRUSTED_PROXIES must be networks such as 10.0.0.0/8, with commas"
            ) from None

    def url_of(self, host: str) -> str:
        """The public address of a tenant's host, without a final slash."""
        return self.public_url.replace("{host}", host).rstrip("/")

    def __repr__(self) -> str:
        named = [name for name in self.__struct_fields__ if getattr(self, name)]
        return f"Settings({', '.join(named)})"


def split_bind(value: str, name: str = "address") -> tuple[str, int]:
    """``host:port`` (also ``[::1]:port``) as a pair; raises ``SettingsError`` naming ``name``."""
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise SettingsError(f"{name} must be host:port")
    return host.strip("[]"), int(port)


def _decode(wanted: type, value: object) -> object:
    if wanted is Path and isinstance(value, str):
        return Path(value)
    raise SettingsError(f"cannot read a {wanted.__name__}")
