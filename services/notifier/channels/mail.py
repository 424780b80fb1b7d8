"""Mail over SMTP: one connection a message, and a last look before the content goes.

Why it is safe to send from here: everything up to ``RCPT`` can be repeated without anyone noticing, so the
caller's fence (is the message still ours and still planned?) is asked between ``RCPT`` and ``DATA``, as late
as it can be. After the final dot only the receiver's answer tells whether it was taken. If that never comes,
the failure says so, and the message goes out again under the same Message-ID, made from the outbox id.
"""

import asyncio
import ssl
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.policy import SMTPUTF8 as SMTPUTF8_POLICY
from email.utils import format_datetime
from typing import Final

import aiosmtplib

from services.core.keys.provider import KeyUnavailableError
from services.core.message.kinds import Channel
from services.core.message.retry import Failure, FailureKind, Stage, failure_of_network, failure_of_reply
from services.notifier.channels import Contact, Fence, Parcel
from services.notifier.channels.invitation import add_calendar
from services.notifier.channels.mail_server import MailServer
from services.notifier.channels.recipient import Recipient, read_recipient
from services.notifier.channels.sender import Sender, Senders
from services.notifier.return_address import ReturnAddresses

CONNECT_SECONDS: Final = 10.0
REPLY_SECONDS: Final = 30.0
DELIVERY_SECONDS: Final = 90.0
"""The longest a whole delivery may take."""

OUTBOX_HEADER: Final = "X-Rundbord-Outbox"
_ASCII: Final = SMTP_POLICY.clone(cte_type="7bit")
_UTF8: Final = SMTPUTF8_POLICY.clone(cte_type="7bit")
"""Nothing that a server on the way would have to recode: that would break a signature."""


class MailChannel:
    """Hands mails to one mail server. Safe for concurrent use: it holds no connection between them."""

    channel = Channel.MAIL

    def __init__(
        self,
        server: MailServer,
        senders: Senders,
        returns: ReturnAddresses | None = None,
        tls_context: ssl.SSLContext | None = None,
    ) -> None:
        self._server = server
        self._senders = senders
        self._returns = returns
        self._tls = tls_context

    def address(self, contact: Contact) -> str:
        """The mail address: a professional's at work, anybody else's own."""
        return contact.email

    def compose(self, parcel: Parcel, to: Recipient, sender: Sender) -> EmailMessage:
        """The mail as it goes out: text and HTML, with ids that come from the random outbox id alone.

        No ``List-Unsubscribe``: what an authority must tell is no list that one can leave, and a link in a header would end
        it without a login. By which ways one is told is chosen in the portal.
        """
        mail = EmailMessage(policy=_UTF8 if to.utf8 else _ASCII)
        mail["From"] = Address(sender.name or parcel.facts.municipality, addr_spec=sender.address)
        mail["To"] = to.address
        mail["Subject"] = parcel.words.subject
        mail["Date"] = format_datetime(parcel.at)
        mail["Message-ID"] = f"<{parcel.outbox_id}@{sender.domain}>"
        mail[OUTBOX_HEADER] = str(parcel.outbox_id)
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(parcel.words.text)
        mail.add_alternative(parcel.words.html, subtype="html")
        add_calendar(mail, parcel, sender.address)
        # After the content, which begins by forgetting every header that is about content.
        mail["Content-Language"] = parcel.words.language
        return mail

    async def deliver(self, parcel: Parcel, fence: Fence) -> bool:
        """Send one mail: True when the server said 250, False when ``fence`` took it back before then.

        Raises ``Failure`` for everything else; nothing was delivered then, unless its kind is
        ``unknown_end``.
        """
        to = read_recipient(parcel.contact.email)
        if to is None:
            # An address that no envelope can hold: the same as a receiver that says never.
            raise Failure(FailureKind.REFUSED, Stage.RECIPIENT)
        sender = self._senders.of(parcel.facts.slug)
        content = self.compose(parcel, to, sender).as_bytes()
        if sender.signers:
            signed = (asyncio.to_thread(signer.header, content) for signer in sender.signers)
            content = b"".join([*await asyncio.gather(*signed), content])
        mail = _Mail(
            to, self._envelope_sender(parcel, sender), content, parcel.outbox_id.hex, bool(sender.bounce)
        )
        progress = _Progress()
        try:
            async with asyncio.timeout(DELIVERY_SECONDS):
                return await self._talk(mail, fence, progress)
        except aiosmtplib.SMTPResponseException as error:
            raise failure_of_reply(_refused_at(error, progress), error.code) from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            if progress.stage is not Stage.AFTER_DATA and _is_setup(error):
                raise Failure(FailureKind.SETUP, progress.stage) from None
            raise failure_of_network(progress.stage) from None

    def _envelope_sender(self, parcel: Parcel, sender: Sender) -> str:
        if not sender.bounce or self._returns is None:
            return sender.address
        try:
            return self._returns.of(sender.bounce, parcel.tenant, parcel.outbox_id)
        except KeyUnavailableError:
            raise Failure(FailureKind.SETUP, Stage.CONNECT) from None

    async def _talk(self, mail: "_Mail", fence: Fence, progress: "_Progress") -> bool:
        smtp = aiosmtplib.SMTP(
            hostname=self._server.host,
            port=self._server.port,
            use_tls=self._server.tls,
            start_tls=False,
            tls_context=self._tls,
            timeout=CONNECT_SECONDS,
        )
        try:
            await smtp.connect()
            await self._secure(smtp, progress)
            if mail.to.utf8 and not smtp.supports_extension("smtputf8"):
                # No other server of ours would take it, and nobody may write the address in another way.
                raise Failure(FailureKind.REFUSED, Stage.RECIPIENT)
            reports = mail.reported and smtp.supports_extension("dsn")
            told = ["SMTPUTF8"] * mail.to.utf8 + ["RET=HDRS", f"ENVID={mail.id}"] * reports
            progress.stage = Stage.SENDER
            await smtp.mail(mail.sender, options=told, timeout=REPLY_SECONDS)
            progress.stage = Stage.RECIPIENT
            await smtp.rcpt(
                mail.to.address,
                options=["NOTIFY=SUCCESS,FAILURE"] * reports,
                encoding="utf-8" if mail.to.utf8 else "ascii",
                timeout=REPLY_SECONDS,
            )
            if not await fence():
                return False
            progress.stage = Stage.AFTER_DATA
            await smtp.data(mail.content, timeout=REPLY_SECONDS)
            progress.stage = Stage.CONNECT
            return True
        finally:
            # Not QUIT: the 250 has been said, and waiting for a farewell could only lose it.
            smtp.close()

    async def _secure(self, smtp: aiosmtplib.SMTP, progress: "_Progress") -> None:
        """Greet, encrypt and log in, as the server's URL says."""
        server = self._server
        await _greet(smtp)
        if server.starttls is not False:
            if smtp.supports_extension("starttls"):
                await smtp.starttls()
            elif server.starttls:
                # Perhaps somebody on the way took the offer out: nothing goes in the clear.
                raise Failure(FailureKind.SETUP, Stage.CONNECT)
        if server.username:
            progress.stage = Stage.LOGIN
            await smtp.login(server.username, server.password or "")
            progress.stage = Stage.CONNECT
        await _greet(smtp)


@dataclass(frozen=True)
class _Mail:
    """A mail and its envelope; ``reported``: somebody here reads what its servers report of it."""

    to: Recipient
    sender: str
    content: bytes
    id: str
    reported: bool


@dataclass
class _Progress:
    """How far the talk has come, readable after it broke."""

    stage: Stage = Stage.CONNECT


def _refused_at(error: aiosmtplib.SMTPResponseException, progress: _Progress) -> Stage:
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return Stage.LOGIN
    # A reply to DATA or to the final dot is an answer, so the end is known.
    return Stage.DATA if progress.stage is Stage.AFTER_DATA else progress.stage


async def _greet(smtp: aiosmtplib.SMTP) -> None:
    if smtp.is_ehlo_or_helo_needed:
        try:
            await smtp.ehlo()
        except aiosmtplib.SMTPHeloError:
            # A server of old, which has no extensions.
            await smtp.helo()


def _is_setup(error: BaseException | None) -> bool:
    """Whether it is about certificates, or something that the server does not do: our set-up or its, not the network."""
    network = (aiosmtplib.SMTPServerDisconnected, aiosmtplib.SMTPTimeoutError, aiosmtplib.SMTPConnectError)
    if isinstance(error, aiosmtplib.SMTPException) and not isinstance(error, network):
        return True
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__
    return False
