"""The outermost layer of the api: trace, host, headers, one log line and the counts of every request.

It stands around the whole of Litestar, so that also what no route takes (404, 405, 413) passes through it.
"""

import time
from typing import Any

from litestar import Litestar, Request
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from services.api.auth.connection import host_of
from services.api.failures import as_user_error
from services.api.headers import add_headers
from services.api.hosts import Hosts
from services.api.metrics import count_request
from services.api.problems import on_anything, unknown_host
from services.api.tracing import begin_trace
from services.core.errors import ErrorCode, UserError
from services.core.logging import log
from services.core.mode import Mode
from services.core.retention.gate import ServingGate

_FREE_OF_HOST = ("/health/live", "/health/ready")


class Application(Litestar):
    """Litestar within the shell."""

    mode: Mode = Mode.PRODUCTION

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request, or run the life span of the process."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        await _Request(self, super().__call__, scope, receive, send).answer()


class _Request:
    def __init__(self, app: Application, inner: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        self.app, self.inner, self.scope, self.receive, self._send = app, inner, scope, receive, send
        self.status = 500
        self.started = False
        self.connection: Request[Any, Any, Any] = Request(scope, receive=receive, send=send)
        self.traceparent = begin_trace(self.connection.headers.get("traceparent"))

    async def answer(self) -> None:
        began = time.perf_counter()
        try:
            if not await self._refuse_host():
                await self.inner(self.scope, self.receive, self.send)
        except Exception as error:
            # Litestar's own handlers have had their turn: only a fault of the shell itself comes here.
            log().error("http.failed", exc_info=error)
            if self.started:
                raise
            await self._respond(on_anything(self.connection, error))
        finally:
            self._tell(time.perf_counter() - began)

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.started = message["status"], True
            add_headers(message, self.app.mode, self.traceparent)
        await self._send(message)

    async def _refuse_host(self) -> bool:
        path = self.scope["path"]
        if path in _FREE_OF_HOST:
            return False
        hosts: Hosts = self.app.state.hosts
        try:
            known = await hosts.is_tenant(host_of(self.connection))
            gate: ServingGate | None = self.app.state.gate
            if known and gate is not None and not await gate.is_open():
                raise UserError(ErrorCode.UNAVAILABLE)
            if known:
                return False
        except Exception as error:
            if as_user_error(error) is None:
                raise
            await self._respond(on_anything(self.connection, error))
            return True
        headers = self.connection.headers
        await self._respond(unknown_host(headers.get("accept"), headers.get("accept-language"), path))
        return True

    async def _respond(self, response: Any) -> None:
        made = response.to_asgi_response(app=None, request=self.connection)
        await made(self.scope, self.receive, self.send)

    def _tell(self, seconds: float) -> None:
        route = str(self.scope.get("path_template") or "(none)")
        count_request(route, self.status, seconds)
        log().info(
            "http.answered",
            method=self.connection.method,
            route=route,
            status=self.status,
            milliseconds=round(seconds * 1000, 1),
        )
