"""Which ways out there are for which municipality, from the settings and the file of channels.

The file holds addresses and secrets of peers, so that a model never does: a table of arrays, one for each kind of way,
each entry with the municipalities that it is for.
"""

import tomllib
from pathlib import Path
from typing import Self

import msgspec

from services.core.message.kinds import Channel
from services.core.settings import Settings, SettingsError
from services.notifier.channels import Carrier
from services.notifier.channels.mail import MailChannel, MailServer

EVERYBODY = "*"


class ChannelsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file of ``RUNDBORD_CHANNELS_FILE`` may hold."""


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


class Carriers:
    """All ways out of one notifier."""

    def __init__(self, everywhere: dict[Channel, Carrier], own: dict[tuple[str, Channel], Carrier]) -> None:
        self._everywhere = everywhere
        self._own = own

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """Make them; opens nothing yet. Raises ``SettingsError`` or ``MailUrlError`` for what cannot be used."""
        read_channels(settings.channels_file)
        mail = MailChannel(MailServer.from_url(settings.smtp_url), settings.mail_from)
        return cls({Channel.MAIL: mail}, {})

    def of(self, tenant: str, channel: Channel) -> Carrier | None:
        """The municipality's (by its slug) own carrier of a channel, else everybody's; None: this way is not set up."""
        return self._own.get((tenant, channel)) or self._everywhere.get(channel)
