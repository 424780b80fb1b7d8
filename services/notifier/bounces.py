"""Takes in what mail servers report of our mails: a small SMTP and LMTP server inside the notifier.

Why it is safe to open a port here: a mail is taken only for a return address with its tag (``return_address.py``), one
recipient at a time, and all it can say is that this one mail arrived or came back. It answers no mail, keeps none,
and logs no address and no line of any. It stands behind the municipality's or the operator's mail server.
"""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from aiosmtpd.smtp import SMTP, Envelope, Session, syntax

from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.keys.provider import KeyUnavailableError
from services.core.logging import log, shape_of
from services.core.message.kinds import Channel
from services.core.message.receipts import arrived, came_back, on_its_way
from services.core.settings import split_bind
from services.notifier.delivery_report import Outcome, read_report
from services.notifier.return_address import ReturnAddresses

MAIL_BYTES: Final = 512 * 1024
"""The largest report that is taken: ours come back with their headers, and are small when they come back whole."""

IDLE_SECONDS: Final = 60.0
AT_ONCE: Final = 32
"""Connections beyond these are told to come again."""

_NOT_OURS: Final = "550 5.1.1 No such return address"
_ONE_ONLY: Final = "452 4.5.3 One recipient at a time"
_LATER: Final = "451 4.3.0 Try again later"
_TAKEN: Final = "250 2.0.0 Taken"


@dataclass(frozen=True)
class _About:
    """Which message a mail is about."""

    tenant: TenantId
    message: UUID


@asynccontextmanager
async def taking_bounces(
    bind: str, database: Database, returns: ReturnAddresses | None
) -> AsyncIterator[None]:
    """Take reports on ``host:port`` for the block; nothing when it is ''. Raises ``OSError`` when it can't be had."""
    if not bind or returns is None:
        yield
        return
    host, port = split_bind(bind)
    reports = _Reports(database, returns)
    there: set[_Talk] = set()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: _Talk(reports, there),
        host,
        port,
        family=socket.AF_INET6 if ":" in host else socket.AF_INET,
        backlog=AT_ONCE,
    )
    try:
        yield
    finally:
        server.close()
        for talk in list(there):
            talk.cut()


class _Reports:
    """aiosmtpd's handler: which recipient is ours, and what becomes of the content."""

    def __init__(self, database: Database, returns: ReturnAddresses) -> None:
        self._database = database
        self._returns = returns

    async def handle_RCPT(
        self,
        server: "_Talk",
        session: Session,  # noqa: ARG002 - the library gives it
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002 - and them
    ) -> str:
        """Take one return address that is ours."""
        if envelope.rcpt_tos:
            return _ONE_ONLY
        try:
            found = self._returns.read(address, await self._database.tenants())
        except (*AWAY, *CONTENDED, KeyUnavailableError):
            return _LATER
        if found is None:
            return _NOT_OURS
        server.about = _About(*found)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ours"

    async def handle_DATA(self, server: "_Talk", session: Session, envelope: Envelope) -> str:  # noqa: ARG002
        """Record what it says. The sender repeats it where that can't be done now."""
        server.taken = 0
        content = envelope.original_content
        about = server.about
        if about is None or content is None:
            return _LATER
        outcome = read_report(content)
        log().info("bounces.read", message=str(about.message), outcome=outcome.value)
        if outcome is Outcome.NOTHING:
            return _TAKEN
        try:
            return _TAKEN if await self._record(about, outcome) else _LATER
        except (*AWAY, *CONTENDED) as error:
            log().warning("bounces.database_away", error=type(error).__name__)
            return _LATER

    async def handle_exception(self, error: Exception) -> str:
        """Say nothing of what broke: the library would quote it."""
        log().error("bounces.failed", **shape_of(error))
        return _LATER

    async def _record(self, about: _About, outcome: Outcome) -> bool:
        """False while the message's own end is not recorded: what is told of it now is too early."""
        record = came_back if outcome is Outcome.FAILED else arrived
        async with self._database.write(SystemIdentity(about.tenant), "message.bounce") as tx:
            if await record(tx, about.message, [Channel.MAIL]):
                return True
            return not await on_its_way(tx, about.message, [Channel.MAIL])


class _Talk(SMTP):
    """One connection. It speaks SMTP and LMTP alike: with one recipient a mail they answer the same."""

    line_length_limit = 64 * 1024

    def __init__(self, reports: _Reports, there: "set[_Talk]") -> None:
        super().__init__(
            reports,
            data_size_limit=MAIL_BYTES,
            enable_SMTPUTF8=True,
            hostname="localhost",
            ident="rundbord",
            loop=asyncio.get_running_loop(),
            timeout=IDLE_SECONDS,
        )
        self.about: _About | None = None
        self.taken = 0
        self._there = there

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Turn away what is too many."""
        if len(self._there) >= AT_ONCE and isinstance(transport, asyncio.WriteTransport):
            transport.write(b"421 4.3.2 Too many connections\r\n")
            transport.close()
            return
        self._there.add(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Make room."""
        if self in self._there:
            self._there.discard(self)
            super().connection_lost(error)

    def data_received(self, data: bytes) -> None:
        """Cut off who never ends: the library would keep a line without an end in memory."""
        self.taken += len(data)
        if self.taken > 2 * MAIL_BYTES:
            self.cut()
        elif self in self._there:
            super().data_received(data)

    def cut(self) -> None:
        """End it at once. A report that was not answered is sent again."""
        if isinstance(self.transport, asyncio.WriteTransport):
            self.transport.abort()

    async def smtp_MAIL(self, arg: str | None) -> None:
        """A new mail begins, about nothing yet."""
        self.about, self.taken = None, 0
        await super().smtp_MAIL(arg)

    @syntax("LHLO hostname")
    async def smtp_LHLO(self, arg: str) -> None:
        """LMTP's greeting."""
        await self.smtp_EHLO(arg)
