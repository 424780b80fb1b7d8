"""An HTTP peer that answers as it is told: real bytes over a real socket, faults at every step.

``answer`` is what is written once a request is there as a whole: bytes, ``CUT`` (the connection is closed instead) or
``STALL`` (nothing ever). ``trickle`` writes it a byte at a time, so many seconds apart. ``asked`` holds every request
that came, head and body; ``touched`` every byte that did.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

CUT, STALL = b"CUT", b"STALL"


@dataclass(frozen=True)
class Asked:
    """One request."""

    line: str
    headers: dict[str, str]
    body: bytes


def answer(status: int, body: bytes = b"", **headers: str) -> bytes:
    """An answer with its length; ``Retry_After`` stands for Retry-After."""
    named = {"Content-Length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"HTTP/1.1 {status} As Told\r\n{head}\r\n".encode() + body


class HttpPeer:
    """One scripted peer."""

    def __init__(self) -> None:
        self.answer = answer(200)
        self.trickle = 0.0
        self.asked: list[Asked] = []
        self.touched = b""
        self.connections = 0
        self.port = 0
        self.tls = False

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/sms"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        self.touched += head
        line, *rest = head.decode("latin-1").strip().split("\r\n")
        headers = {name.lower(): value for name, value in (one.split(": ", 1) for one in rest)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        self.touched += body
        self.asked.append(Asked(line, headers, body))
        if self.answer == STALL:
            await asyncio.sleep(3600)
        if self.answer == CUT:
            return False
        if self.trickle:
            for byte in self.answer:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(self.trickle)
        else:
            writer.write(self.answer)
            await writer.drain()
        # What promised more than it wrote is cut there.
        return not self.answer.endswith(b"...")


@asynccontextmanager
async def running_http_peer(context: ssl.SSLContext | None = None) -> AsyncIterator[HttpPeer]:
    """A peer on a free port."""
    peer = HttpPeer()
    peer.tls = context is not None
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0, ssl=context)
    peer.port = server.sockets[0].getsockname()[1]
    try:
        yield peer
    finally:
        server.close()
