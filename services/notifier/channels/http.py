"""One request to a peer that takes messages over HTTP: how far it came is known, whatever breaks.

Until the request is written everything can be repeated without anyone noticing, so the fence is asked when the
connection stands, right before the first byte. From then on the end is unknown until the peer's status is read: one
packet may hold the whole request, and be acted on before a cut is noticed.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Container, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx2

from services.core.message.retry import Stage, failure_of_network
from services.notifier.channels import Fence

CONNECT_SECONDS: Final = 10.0
ANSWER_SECONDS: Final = 60.0
"""A peer that is slow has most often taken the message: hearing so is worth the wait."""
DELIVERY_SECONDS: Final = 90.0
"""The longest a whole delivery may take."""
DRAIN_SECONDS: Final = 2.0
"""How long an answer is read of which nothing more need be known, so that the connection can be used again."""
ANSWER_BYTES: Final = 64 * 1024
"""No more of an answer is read."""
IDLE_SECONDS: Final = 4.0
"""A connection is kept for the next message, for less time than servers do: one that just closed looks like a cut."""
AT_ONCE: Final = 8

_FAILURES: Final = (httpx2.HTTPError, httpx2.StreamError, OSError, TimeoutError)


@dataclass(frozen=True)
class Answer:
    """What the peer said. ``body`` is None where it was not wanted, is packed, or is too large."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None

    def asked_to_wait(self) -> timedelta | None:
        """How long the peer asks us to wait: ``Retry-After`` in seconds, or as a time beside its own ``Date``."""
        asked = self.headers.get("Retry-After", "").strip()
        if asked.isdecimal():
            return timedelta(seconds=min(int(asked), 10**6))
        try:
            at, now = parsedate_to_datetime(asked), parsedate_to_datetime(self.headers["Date"])
            return max(at - now, timedelta(0))
        except (ValueError, TypeError, KeyError):
            return None


class Peer:
    """Talks to one peer and keeps its connections. Redirects are not followed, no proxy of the shell is asked."""

    def __init__(self, trusted: ssl.SSLContext | None = None) -> None:
        """``trusted``: whose certificates are believed; None: what the world believes."""
        self._trusted = trusted
        self._client: httpx2.AsyncClient | None = None

    async def ask(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        content: bytes,
        fence: Fence,
        body_of: Container[int],
    ) -> Answer | None:
        """Send one request; None when the fence took it back before.

        ``body_of``: statuses whose answer has to be read. Raises ``Failure`` when no status came, or such a body did
        not: nothing was delivered then, unless its kind is ``unknown_end``. What the fence raises goes through (as a
        broken network where it is one), and nothing was sent.
        """
        progress = _Progress(fence)
        sent = dict(headers) | {"Accept-Encoding": "identity", "User-Agent": "Rundbord"}
        try:
            async with (
                asyncio.timeout(DELIVERY_SECONDS),
                self._talk(method, url, sent, content, progress) as got,
            ):
                if got.status_code in body_of:
                    return Answer(got.status_code, got.headers, await _body(got))
                with suppress(*_FAILURES):
                    async with asyncio.timeout(DRAIN_SECONDS):
                        await _body(got)
                return Answer(got.status_code, got.headers, None)
        except _TakenBackError:
            return None
        except _FAILURES:
            raise failure_of_network(progress.stage) from None

    @asynccontextmanager
    async def _talk(
        self, method: str, url: str, headers: Mapping[str, str], content: bytes, progress: "_Progress"
    ) -> AsyncIterator[httpx2.Response]:
        client = self._client = self._client or httpx2.AsyncClient(
            verify=self._trusted or httpx2.create_ssl_context(trust_env=False),
            trust_env=False,
            follow_redirects=False,
            limits=httpx2.Limits(max_connections=AT_ONCE, keepalive_expiry=IDLE_SECONDS),
            timeout=httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        )
        request = client.build_request(
            method, url, headers=headers, content=content, extensions={"trace": progress.trace}
        )
        response = await client.send(request, stream=True)
        try:
            yield response
        finally:
            await response.aclose()


class _TakenBackError(Exception):
    """The fence said no."""


@dataclass
class _Progress:
    """How far the talk has come, readable after it broke; asks the fence in the middle of it."""

    fence: Fence
    stage: Stage = Stage.CONNECT

    async def trace(self, event: str, _info: Mapping[str, Any]) -> None:
        """What the HTTP client calls at each of its steps."""
        if event == "http11.send_request_headers.started":
            self.stage = Stage.RECIPIENT
            if not await self.fence():
                raise _TakenBackError
            self.stage = Stage.AFTER_DATA


async def _body(response: httpx2.Response) -> bytes | None:
    if response.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        return None
    body = b""
    async for part in response.aiter_raw():
        body += part
        if len(body) > ANSWER_BYTES:
            return None
    return body
