"""Mail over SMTP: one connection a message, and a last look before the content goes.

Why it is safe to send from here: everything up to ``RCPT`` can be repeated without anyone noticing, so the
caller's fence (is the message still ours and still planned?) is asked between ``RCPT`` and ``DATA``, as late
as it can be. After the final dot only the receiver's answer tells whether it was taken. If that never comes,
the failure says so, and the message goes out again under the same Message-ID, made from the outbox id.
"""

import asyncio
import re
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, formataddr, parseaddr
from typing import Final
from urllib.parse import unquote, urlsplit

import aiosmtplib

from services.core.message.kinds import Channel
from services.core.message.retry import Failure, FailureKind, Stage, failure_of_network, failure_of_reply
from services.notifier.channels import Contact, Fence, Parcel

CONNECT_SECONDS: Final = 10.0
REPLY_SECONDS: Final = 30.0
DELIVERY_SECONDS: Final = 90.0
"""The longest a whole delivery may take."""

OUTBOX_HEADER: Final = "X-Rundbord-Outbox"
_ADDRESS: Final = re.compile("[!-;=?A-~]+@[!-;=?A-~]+")
_STARTTLS: Final[dict[str, bool | None]] = {"": None, "starttls=required": True, "starttls=never": False}
_PORTS: Final = {"smtp": 25, "smtps": 465}


class MailUrlError(Exception):
    """The SMTP URL can't be used. The text never shows the URL: it may hold a password."""


@dataclass(frozen=True)
class MailServer:
    """Where mail is handed over: ``smtps`` is TLS from the start, ``smtp`` takes STARTTLS when offered."""

    host: str
    port: int
    tls: bool
    starttls: bool | None
    username: str | None
    password: str | None

    @classmethod
    def from_url(cls, url: str) -> "MailServer":
        """Read ``smtp://host:port`` or ``smtps://user:password@host:port``.

        ``?starttls=required`` or ``never`` narrows smtp. With a user name on smtp STARTTLS is required: a
        password never goes out in the clear.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise MailUrlError("the SMTP URL can't be read") from error
        if parts.scheme not in _PORTS or not parts.hostname:
            raise MailUrlError("the SMTP URL must be smtp://host:port or smtps://host:port")
        if parts.query not in _STARTTLS:
            raise MailUrlError("the SMTP URL's only option is starttls=required or starttls=never")
        starttls = _STARTTLS[parts.query]
        username = unquote(parts.username) if parts.username else None
        if username and parts.scheme == "smtp":
            if starttls is False:
                raise MailUrlError("the SMTP URL would send a password without TLS")
            starttls = True
        return cls(
            host=parts.hostname,
            port=port or _PORTS[parts.scheme],
            tls=parts.scheme == "smtps",
            starttls=False if parts.scheme == "smtps" else starttls,
            username=username,
            password=unquote(parts.password) if parts.password else None,
        )


class MailChannel:
    """Hands letters to one mail server. Safe for concurrent use: it holds no connection between letters."""

    def __init__(self, server: MailServer, mail_from: str, tls_context: ssl.SSLContext | None = None) -> None:
        _, address = parseaddr(mail_from)
        if "@" not in address:
            raise MailUrlError("the sender of mail must be an address")
        self._server = server
        self._from = address
        self._domain = address.rpartition("@")[2]
        self._tls = tls_context

    channel = Channel.MAIL

    def address(self, contact: Contact) -> str:
        """The mail address: a professional's at work, anybody else's own."""
        return contact.email

    def compose(self, parcel: Parcel) -> EmailMessage:
        """The mail as it goes out: text and HTML, with ids that come from the random outbox id alone."""
        mail = EmailMessage(policy=SMTP_POLICY)
        mail["From"] = formataddr((parcel.facts.municipality, self._from))
        mail["To"] = parcel.contact.email
        mail["Subject"] = parcel.words.subject
        mail["Date"] = format_datetime(parcel.at)
        mail["Message-ID"] = f"<{parcel.outbox_id}@{self._domain}>"
        mail[OUTBOX_HEADER] = str(parcel.outbox_id)
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(parcel.words.text)
        mail.add_alternative(parcel.words.html, subtype="html")
        # After the content, which begins by forgetting every header that is about content.
        mail["Content-Language"] = parcel.words.language
        return mail

    async def deliver(self, parcel: Parcel, fence: Fence) -> bool:
        """Send one mail: True when the server said 250, False when ``fence`` took it back before then.

        Raises ``Failure`` for everything else; nothing was delivered then, unless its kind is
        ``unknown_end``.
        """
        to = parcel.contact.email
        if not _ADDRESS.fullmatch(to):
            # An address that no envelope can hold: the same as a receiver that says never.
            raise Failure(FailureKind.REFUSED, Stage.RECIPIENT)
        content = self.compose(parcel).as_bytes()
        progress = _Progress()
        try:
            async with asyncio.timeout(DELIVERY_SECONDS):
                return await self._talk(to, content, fence, progress)
        except aiosmtplib.SMTPResponseException as error:
            raise failure_of_reply(_refused_at(error, progress), error.code) from None
        except aiosmtplib.SMTPNotSupported:
            raise Failure(FailureKind.SETUP, progress.stage) from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError):
            raise failure_of_network(progress.stage) from None

    async def _talk(self, to: str, content: bytes, fence: Fence, progress: "_Progress") -> bool:
        server = self._server
        smtp = aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            use_tls=server.tls,
            start_tls=server.starttls,
            username=server.username,
            password=server.password,
            tls_context=self._tls,
            timeout=CONNECT_SECONDS,
        )
        try:
            await smtp.connect()
            progress.stage = Stage.SENDER
            await smtp.mail(self._from, timeout=REPLY_SECONDS)
            progress.stage = Stage.RECIPIENT
            await smtp.rcpt(to, timeout=REPLY_SECONDS)
            if not await fence():
                return False
            progress.stage = Stage.AFTER_DATA
            await smtp.data(content, timeout=REPLY_SECONDS)
            progress.stage = Stage.CONNECT
            return True
        finally:
            # Not QUIT: the 250 has been said, and waiting for a farewell could only lose it.
            smtp.close()


@dataclass
class _Progress:
    """How far the talk has come, readable after it broke."""

    stage: Stage = Stage.CONNECT


def _refused_at(error: aiosmtplib.SMTPResponseException, progress: _Progress) -> Stage:
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return Stage.LOGIN
    # A reply to DATA or to the final dot is an answer, so the end is known.
    return Stage.DATA if progress.stage is Stage.AFTER_DATA else progress.stage
