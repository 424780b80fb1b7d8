"""A wire between one process and one server, which can be cut, stalled, slowed and refused.

A plain TCP proxy in the harness's own loop. Bytes pass unchanged and in order; what a trouble does to them is what a
network does: a reset, silence with everything delivered afterwards, latency and a narrow pipe, nobody listening.
"""

import asyncio
import json
import socket
import struct
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from services.local.process import free_port

_CHUNK: Final = 16384
_RESET: Final = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: closing sends RST instead of FIN."""


class Wire:
    """One connection's way. ``port`` stays the same for its life; where it leads is asked at every dial."""

    def __init__(self, name: str, book: Path) -> None:
        self.name = name
        self.port = free_port()
        self.dialled = 0
        self._book = book
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._latency = 0.0
        self._rate = 0.0

    async def listen(self) -> None:
        """Let it be dialled."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    def cut(self) -> int:
        """Reset every connection that is open; answers how many ends there were."""
        ends = list(self._open)
        for writer in ends:
            _reset(writer)
        return len(ends)

    def stall(self) -> None:
        """Hold all bytes. Connections can still be made: the kernel answers for us."""
        self._flows.clear()

    def slow(self, latency: float, rate: float) -> None:
        """Seconds before each piece, and bytes a second after it."""
        self._latency, self._rate = latency, rate

    async def refuse(self) -> None:
        """Nobody listens any more, and whoever was connected is not."""
        await self.close()

    async def heal(self) -> None:
        """Carry bytes again as if nothing had been."""
        self._latency = self._rate = 0.0
        self._flows.set()
        if self._server is None:
            await self.listen()

    async def close(self) -> None:
        """End everything."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self.cut()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.dialled += 1
        self._open.add(writer)
        there: asyncio.StreamWriter | None = None
        try:
            host, port = json.loads(self._book.read_text())[self.name]
            back, there = await asyncio.open_connection(host, port)
            self._open.add(there)
            await asyncio.gather(self._carry(reader, there), self._carry(back, writer))
        except (OSError, asyncio.IncompleteReadError):
            # A server that is away, or an end that was reset: the other end learns it as it would without us.
            _reset(writer)
        finally:
            for end in (writer, there):
                if end is not None:
                    self._open.discard(end)
                    end.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(_CHUNK):
            await self._flows.wait()
            if self._latency or self._rate:
                await asyncio.sleep(self._latency + (len(piece) / self._rate if self._rate else 0))
            writer.write(piece)
            await writer.drain()
        await self._flows.wait()
        with suppress(OSError):
            writer.write_eof()


class Wires:
    """A wire for each of the names, and the book in which each finds where it leads (``wired.py`` writes it)."""

    def __init__(self, names: Iterable[str], book: Path) -> None:
        self.book = book
        self._wires = {name: Wire(name, book) for name in names}

    def __getitem__(self, name: str) -> Wire:
        return self._wires[name]

    def __iter__(self) -> Iterator[Wire]:
        return iter(self._wires.values())

    @property
    def ports(self) -> dict[str, int]:
        """Where each can be dialled."""
        return {name: wire.port for name, wire in self._wires.items()}

    async def __aenter__(self) -> Self:
        for wire in self._wires.values():
            await wire.listen()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for wire in self._wires.values():
            await wire.heal()
            await wire.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    end = writer.get_extra_info("socket")
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
    writer.transport.abort()
