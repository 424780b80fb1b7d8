"""Real servers in the test's own event loop, and a browser that finds *.localhost on any machine."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urljoin

import httpx2
import uvicorn

from services.local.process import free_port


class _Quiet(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serve(app: Any, port: int | None = None) -> AsyncIterator[int]:
    """Serve an ASGI application on loopback while the block runs; gives its port."""
    port = port or free_port()
    server = _Quiet(
        uvicorn.Config(
            app, host="127.0.0.1", port=port, log_level="critical", access_log=False, lifespan="on"
        )
    )
    task = asyncio.create_task(server.serve())
    while not server.started:
        if task.done():
            task.result()
            raise RuntimeError("the server ended before it listened")
        await asyncio.sleep(0.01)
    try:
        yield port
    finally:
        server.should_exit = server.force_exit = True
        await task


class _Localhost(httpx2.AsyncHTTPTransport):
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.host.endswith(".localhost"):
            # The Host header keeps the name; the client's own request too, for its cookies.
            request = httpx2.Request(
                request.method,
                request.url.copy_with(host="127.0.0.1"),
                headers=request.headers,
                stream=request.stream,
                extensions=request.extensions,
            )
        return await super().handle_async_request(request)


class Browser(httpx2.AsyncClient):
    """Keeps cookies, asks for pages, follows redirects only when told."""

    def __init__(self, **headers: str) -> None:
        super().__init__(
            transport=_Localhost(), trust_env=False, timeout=20, headers={"Accept": "text/html", **headers}
        )

    async def follow(self, answer: httpx2.Response, *, most: int = 10) -> httpx2.Response:
        """The first answer that is no redirect."""
        for _ in range(most):
            if not answer.is_redirect:
                return answer
            answer = await self.get(urljoin(str(answer.request.url), answer.headers["location"]))
        raise AssertionError("redirected in circles")
