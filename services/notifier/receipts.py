"""Where peers tell what became of a message: a small HTTP server inside the notifier, a route for each peer.

Why it is safe to open a port here: a peer shows a secret of its own before anything of what it says is believed, and
all it can say is that a message of its own channel and tenants arrived or came back. A receipt may come twice, late
or in any order; one for a message that is not there is answered like any other, so nobody learns which ids exist.
Receipts quote telephone numbers: no body, no address and no header is ever logged.
"""

import asyncio
import hmac
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence, Set
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeAlias
from uuid import UUID

import msgspec
import uvicorn
from litestar import HttpMethod, Litestar, Request, Response
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler

from services.core.db.away import AWAY, CONTENDED
from services.core.db.database import Database
from services.core.errors import ErrorCode
from services.core.identity import SystemIdentity, TenantId
from services.core.logging import log
from services.core.message.kinds import Channel
from services.core.message.receipts import arrived, came_back, on_its_way
from services.core.settings import SettingsError, split_bind
from services.core.tenancy.service import tenant_id

BODY_BYTES: Final = 256 * 1024
"""The largest receipt, or batch of receipts, that is read."""

READ_SECONDS: Final = 10.0
"""How long a peer may take over its body."""

AT_ONCE: Final = 64
"""Connections beyond these are told to come again."""

_REPEAT_AFTER: Final = {"Retry-After": "30"}


@dataclass(frozen=True)
class Incoming:
    """A receipt as it came: names of headers in small letters, the address's fields, and the bytes."""

    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Receipt:
    """What a peer says of one message. ``code``: its own number for why, if it gives one."""

    outbox_id: UUID
    arrived: bool
    code: int | None = None


class UnreadableReceiptError(Exception):
    """What came is no receipt of this peer's form."""


class Receiver(Protocol):
    """Who reads one peer's receipts. ``path`` begins with ``/receipts/``."""

    @property
    def path(self) -> str:
        """Where this peer calls; ``path/TENANT`` too, where the peer can be told so for each message."""

    @property
    def channel(self) -> Channel:
        """The channel that its receipts are about."""

    @property
    def tenants(self) -> Sequence[str]:
        """The tenants (slugs) whose messages this peer carries; ``*`` for all."""

    @property
    def answer(self) -> tuple[bytes, str]:
        """What the peer is told when all is recorded: a body and its media type."""

    def authentic(self, incoming: Incoming) -> bool:
        """Whether it shows the peer's secret; compared in constant time."""

    def read(self, incoming: Incoming) -> Sequence[Receipt]:
        """The final states in it: none, where it only tells of a step. Raises ``UnreadableReceiptError``."""


class TooEarlyError(Exception):
    """It tells of a message whose sending is not recorded yet; it must be told again."""


Take: TypeAlias = Callable[[Receiver, str | None, Sequence[Receipt]], Awaitable[None]]
"""Records receipts of a receiver; with a slug: of that tenant alone. Raises ``TooEarlyError`` and what ``db/away.py`` lists."""


def same_secret(shown: str, secret: str) -> bool:
    """Whether ``shown`` is ``secret``, in a time that does not tell how much of it was right."""
    return bool(secret) and hmac.compare_digest(shown.encode(), secret.encode())


def recording(database: Database) -> Take:
    """Writes receipts down. Each has a transaction of its own: one that fails takes no other with it."""

    async def take(receiver: Receiver, tenant: str | None, receipts: Sequence[Receipt]) -> None:
        there = set(await database.tenants()) if receipts else set()
        slugs = receiver.tenants if tenant is None else (tenant,)
        named = there if "*" in slugs else there & {tenant_id(slug) for slug in slugs}
        early = [one for one in receipts if not await _recorded(database, receiver, named, one)]
        if early:
            raise TooEarlyError

    return take


async def _recorded(database: Database, receiver: Receiver, tenants: Set[TenantId], receipt: Receipt) -> bool:
    """Record one receipt in the tenant that it belongs to; False when its message is still under way."""
    record = arrived if receipt.arrived else came_back
    for tenant in tenants:
        async with database.write(SystemIdentity(tenant), "message.receipt") as tx:
            if await record(tx, receipt.outbox_id, [receiver.channel]):
                log().info("receipts.recorded", message=str(receipt.outbox_id), arrived=receipt.arrived)
                return True
            if await on_its_way(tx, receipt.outbox_id, [receiver.channel]):
                return False
    return True


def receipts_app(receivers: Sequence[Receiver], take: Take) -> Litestar:
    """The routes of these receivers, and nothing else."""
    return Litestar(
        route_handlers=[_route(receiver, take) for receiver in receivers],
        exception_handlers={HTTPException: _on_http, Exception: _on_anything},
        request_max_body_size=BODY_BYTES,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


@asynccontextmanager
async def serving(bind: str, receivers: Sequence[Receiver], take: Take) -> AsyncIterator[None]:
    """Serve receipts on ``host:port`` for the block; nothing when it is '' or nobody would call.

    Raises ``SettingsError`` when the port can't be had.
    """
    if not bind or not receivers:
        yield
        return
    host, port = split_bind(bind)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=AT_ONCE)
    except OSError as problem:
        raise SettingsError("RUNDBORD_RECEIPTS_BIND can't be listened on: is the port taken?") from problem
    server = _Server(
        uvicorn.Config(
            receipts_app(receivers, take),
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            ws="none",
            limit_concurrency=AT_ONCE,
            h11_max_incomplete_event_size=16 * 1024,
            timeout_graceful_shutdown=4,
        )
    )
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await asyncio.wait([task])
        listener.close()


class _Server(uvicorn.Server):
    """Leaves SIGTERM to the notifier, whose process this is."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _route(receiver: Receiver, take: Take) -> HTTPRouteHandler:
    async def receive(request: Request[Any, Any, Any]) -> Response[bytes]:
        tenant: str | None = request.path_params.get("tenant")
        try:
            async with asyncio.timeout(READ_SECONDS):
                body = await request.body()
        except TimeoutError:
            return _refusal(408, ErrorCode.INVALID_INPUT, "the body did not come in time")
        incoming = Incoming(dict(request.headers.items()), dict(request.query_params.items()), body)
        if not receiver.authentic(incoming):
            log().warning("receipts.refused", path=receiver.path)
            return _refusal(401, ErrorCode.UNAUTHENTICATED, "the secret is missing or wrong")
        if tenant is not None and not {tenant, "*"} & set(receiver.tenants):
            return _refusal(404, ErrorCode.NOT_FOUND, "nothing is received here")
        try:
            receipts = receiver.read(incoming)
        except UnreadableReceiptError:
            log().warning("receipts.unreadable", path=receiver.path)
            return _refusal(400, ErrorCode.INVALID_INPUT, "this is no receipt of the agreed form")
        try:
            await take(receiver, tenant, receipts)
        except (TooEarlyError, *AWAY, *CONTENDED) as error:
            log().warning("receipts.not_now", error=type(error).__name__)
            return _refusal(503, ErrorCode.UNAVAILABLE, "try again later", _REPEAT_AFTER)
        said, kind = receiver.answer
        return Response(said, status_code=200, media_type=kind)

    # Some gateways can only call an address, and put all they say into it.
    methods = [HttpMethod.POST, HttpMethod.GET]
    return HTTPRouteHandler([receiver.path, f"{receiver.path}/{{tenant:str}}"], http_method=methods)(receive)


def _refusal(
    status: int, code: ErrorCode, message: str, headers: dict[str, str] | None = None
) -> Response[bytes]:
    said = msgspec.json.encode({"error": {"code": code.value, "message": message}})
    return Response(said, status_code=status, media_type="application/json", headers=headers)


def _on_http(_request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    code = {404: ErrorCode.NOT_FOUND, 413: ErrorCode.LIMIT_EXCEEDED}.get(
        error.status_code, ErrorCode.INVALID_INPUT
    )
    return _refusal(
        error.status_code, code, "nothing is received here" if code is ErrorCode.NOT_FOUND else "refused"
    )


def _on_anything(_request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    log().error("receipts.failed", exc_info=error)
    return _refusal(500, ErrorCode.INTERNAL, "this failed here; try again later")
