"""Which ways out there are for which municipality, from the settings and the file of channels.

The file holds addresses and secrets of peers, so that a model never does: a table of arrays, one for each kind of way,
each entry with the municipalities that it is for.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import msgspec

from services.core.keys.provider import FileKeyProvider
from services.core.message.kinds import Channel
from services.core.settings import Settings, SettingsError
from services.notifier.channels import Carrier
from services.notifier.channels.digital_post import DigitalPost, DigitalPostPeer
from services.notifier.channels.digital_post_receipts import DigitalPostReceiver
from services.notifier.channels.dkim import DkimKey
from services.notifier.channels.mail import MailChannel
from services.notifier.channels.mail_server import MailServer
from services.notifier.channels.sender import MailSender, Senders
from services.notifier.channels.sms import SmsCarrier, SmsGateway
from services.notifier.receipts import Receiver
from services.notifier.return_address import ReturnAddresses

EVERYBODY = "*"


class ChannelsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file of ``RUNDBORD_CHANNELS_FILE`` may hold."""

    mail: tuple[MailSender, ...] = ()
    dkim: tuple[DkimKey, ...] = ()
    sms: tuple[SmsGateway, ...] = ()
    digital_post: tuple[DigitalPostPeer, ...] = ()


def read_channels(path: Path | None) -> ChannelsFile:
    """Read the file; no file is one in which nothing stands. ``SettingsError`` says what is wrong, and no value."""
    if path is None:
        return ChannelsFile()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), ChannelsFile)
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError("RUNDBORD_CHANNELS_FILE cannot be read") from problem
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError("RUNDBORD_CHANNELS_FILE is no TOML") from problem
    except msgspec.ValidationError as problem:
        raise SettingsError(f"RUNDBORD_CHANNELS_FILE: {problem}") from problem


def return_addresses(settings: Settings) -> ReturnAddresses | None:
    """Who makes and reads the addresses that bounces come to; None where there are no keys to make them with."""
    return (
        None if settings.key_dir is None else ReturnAddresses(FileKeyProvider(settings.key_dir).lookup_hash)
    )


class Carriers:
    """All ways out of one notifier."""

    def __init__(self, mail: Carrier) -> None:
        self._carriers: dict[tuple[str, Channel], Carrier] = {(EVERYBODY, Channel.MAIL): mail}
        self.receivers: list[Receiver] = []
        """Who reads what the peers tell of messages that they took."""

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """Make them; opens nothing yet. Raises ``SettingsError`` or ``MailUrlError`` for what cannot be used."""
        told = read_channels(settings.channels_file)
        senders = Senders.read(settings, told.mail, told.dkim)
        carriers = cls(
            MailChannel(MailServer.from_url(settings.smtp_url), senders, return_addresses(settings))
        )
        try:
            for gateway in told.sms:
                sms = SmsCarrier(gateway)
                carriers.add(sms, gateway.tenants, sms.receiver)
        except OSError as problem:
            raise SettingsError("RUNDBORD_CHANNELS_FILE names a ca_file that cannot be read") from problem
        for peer in told.digital_post:
            receiver = DigitalPostReceiver(peer) if peer.receipts_secret else None
            carriers.add(DigitalPost(peer), peer.tenants, receiver)
        return carriers

    def add(self, carrier: Carrier, tenants: Sequence[str], receiver: Receiver | None = None) -> None:
        """Set up a way for these municipalities. ``SettingsError`` where one of them has such a way already."""
        for tenant in tenants:
            if (tenant, carrier.channel) in self._carriers:
                raise SettingsError(f"RUNDBORD_CHANNELS_FILE: two ways of {carrier.channel} for {tenant}")
            self._carriers[tenant, carrier.channel] = carrier
        if receiver is not None:
            if receiver.path in {known.path for known in self.receivers}:
                raise SettingsError(f"RUNDBORD_CHANNELS_FILE: two peers that report at {receiver.path}")
            self.receivers.append(receiver)

    def of(self, tenant: str, channel: Channel) -> Carrier | None:
        """The municipality's (by its slug) own carrier of a channel, else everybody's; None: this way is not set up."""
        return self._carriers.get((tenant, channel)) or self._carriers.get((EVERYBODY, channel))
