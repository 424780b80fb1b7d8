"""In whose name a municipality's mail goes: address, name, where bounces go, and the keys that sign it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Final, Self

import msgspec

from services.core.settings import Settings, SettingsError
from services.notifier.channels.dkim import DkimKey, DkimKeyError, Signer
from services.notifier.return_address import MOST_LOCAL

EVERYBODY: Final = "*"
_ADDRESS: Final = re.compile(
    r"[a-z0-9!#$%&'*/=?^_`{|}~.-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII | re.IGNORECASE
)


class MailSender(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom mail of some municipalities (``*``: all) is from. Without ``name`` it is the municipality's own.

    ``bounce_address``: where its bounces are taken in; without one ``RUNDBORD_BOUNCE_ADDRESS``.
    """

    tenants: tuple[str, ...]
    address: str
    name: str = ""
    bounce_address: str = ""


@dataclass(frozen=True)
class Sender:
    """One municipality's sender. ``bounce`` '': bounces go to ``address``, and nobody here reads them."""

    address: str
    name: str = ""
    bounce: str = ""
    signers: tuple[Signer, ...] = ()

    @property
    def domain(self) -> str:
        """The domain that mail is from."""
        return self.address.rpartition("@")[2]


class Senders:
    """Every municipality's sender, by its slug."""

    def __init__(self, senders: dict[str, Sender]) -> None:
        self._senders = senders

    @classmethod
    def read(cls, settings: Settings, own: Sequence[MailSender] = (), keys: Sequence[DkimKey] = ()) -> Self:
        """From the settings and the file of channels. ``SettingsError`` for what would only be found out by a receiver."""
        told = {EVERYBODY: MailSender(tenants=(), address=parseaddr(settings.mail_from)[1])}
        for one in own:
            for slug in one.tenants:
                if slug in told and (slug != EVERYBODY or told[slug].tenants):
                    raise SettingsError(f"RUNDBORD_CHANNELS_FILE: two [[mail]] for {slug}")
                told[slug] = one
        try:
            signers = [Signer(key) for key in keys]
        except DkimKeyError as problem:
            raise SettingsError(f"RUNDBORD_CHANNELS_FILE: {problem}") from problem
        slugs = {*told, *(slug for key in keys for slug in key.tenants)}
        senders = {slug: _sender(told.get(slug, told[EVERYBODY]), slug, settings, signers) for slug in slugs}
        for signer in signers:
            for slug in signer.key.tenants:
                # A key for everybody signs for whoever sends from its domain.
                fit = senders.values() if slug == EVERYBODY else [senders[slug]]
                if not any(signer.key.covers(one.domain) for one in fit):
                    raise SettingsError(
                        f"RUNDBORD_CHANNELS_FILE: the DKIM key of {signer.key.domain} signs for no sender of {slug}"
                    )
        return cls(senders)

    def of(self, slug: str) -> Sender:
        """The municipality's own, or everybody's."""
        return self._senders.get(slug) or self._senders[EVERYBODY]


def _sender(told: MailSender, slug: str, settings: Settings, signers: Sequence[Signer]) -> Sender:
    address, bounce = told.address, told.bounce_address or settings.bounce_address
    if not _ADDRESS.fullmatch(address):
        raise SettingsError("the sender of mail must be an address")
    if re.search(r"[\x00-\x1f\x7f]", told.name):
        raise SettingsError("RUNDBORD_CHANNELS_FILE: a sender's name is one line")
    domain = address.rpartition("@")[2]
    if bounce:
        name, _, bounces = bounce.rpartition("@")
        if not _ADDRESS.fullmatch(bounce) or "+" in name or len(name) > MOST_LOCAL:
            raise SettingsError(
                f"the bounce address must be an address with at most {MOST_LOCAL} letters before its @"
            )
        # Else SPF would speak of another domain than the one that the reader sees.
        if not (_below(bounces, domain) or _below(domain, bounces)):
            raise SettingsError(
                f"the bounce address must be of the sender's domain {domain}, above or below it"
            )
    return Sender(
        address=address,
        name=told.name,
        bounce=bounce,
        signers=tuple(
            one for one in signers if {slug, EVERYBODY} & set(one.key.tenants) and one.key.covers(domain)
        ),
    )


def _below(domain: str, above: str) -> bool:
    return f".{domain.lower()}".endswith(f".{above.lower()}")
