"""Talking to an identity provider, which may be slow, huge, broken or hostile.

Nothing here follows a redirect, reads more than ``BODY_LIMIT``, unpacks a compressed body or waits longer
than ``SECONDS`` in all; and nothing that goes wrong leaves ``provider_call`` as anything but a ``Refusal``.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any, Final

import httpx2
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from joserfc.errors import JoseError

from services.api.auth.refusal import Reason, Refusal

BODY_LIMIT: Final = 256 * 1024
SECONDS: Final = 8.0
_TIMEOUT = httpx2.Timeout(5.0, connect=3.0)


class UnusableAnswer(ValueError):
    """The provider's answer is too large, packed, or not what was asked for."""


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Passes requests on and cuts answers off that are too large or compressed."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; raises ``UnusableAnswer`` at once for a declared size, else while reading."""
        request.headers["Accept-Encoding"] = "identity"
        response = await self._inner.handle_async_request(request)
        declared = response.headers.get("content-length", "0")
        packed = response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")
        if packed or not declared.isdecimal() or int(declared) > BODY_LIMIT:
            await response.aclose()
            raise UnusableAnswer("body")
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            stream=_BoundedStream(response),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, response: httpx2.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in self._response.aiter_raw():
            read += len(chunk)
            if read > BODY_LIMIT:
                raise UnusableAnswer("body")
            yield chunk

    async def aclose(self) -> None:
        await self._response.aclose()


@cache
def _trusted() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


def client_arguments() -> dict[str, Any]:
    """What every HTTP client towards a provider is made with."""
    return {
        "transport": BoundedTransport(httpx2.AsyncHTTPTransport(verify=_trusted(), trust_env=False)),
        "timeout": _TIMEOUT,
        "trust_env": False,
        "follow_redirects": False,
    }


async def get_json(url: str) -> dict[str, Any]:
    """A JSON object by GET; anything but 200 and an object raises inside ``provider_call``."""
    async with httpx2.AsyncClient(**client_arguments()) as http:
        return json_object(await http.get(url, headers={"Accept": "application/json"}))


def json_object(response: httpx2.Response) -> dict[str, Any]:
    """The object that an answer holds; raises ``UnusableAnswer``."""
    if response.status_code != 200:
        raise UnusableAnswer("status")
    content = response.json()
    if not isinstance(content, dict):
        raise UnusableAnswer("not an object")
    return content


@asynccontextmanager
async def provider_call(otherwise: Reason = Reason.PROVIDER_UNAVAILABLE) -> AsyncIterator[None]:
    """Bound everything inside in time, and turn every way it can fail into a ``Refusal``."""
    try:
        async with asyncio.timeout(SECONDS):
            yield
    except (
        httpx2.HTTPError,
        httpx2.InvalidURL,
        httpx2.StreamError,
        AuthlibBaseError,
        JoseError,
        ValueError,
        RecursionError,  # JSON nested a hundred thousand deep
        TimeoutError,
        OSError,
    ) as problem:
        raise Refusal(otherwise) from problem
