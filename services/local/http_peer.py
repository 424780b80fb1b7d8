"""A small HTTP server for the peers of this machine, who must be able to misbehave: answer late, never, or hang up."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qsl, urlsplit

import h11

from services.local.mark import mark_ready

_MAX_BYTES = 8 * 1024 * 1024


@dataclass(frozen=True)
class Asked:
    """A request; names of headers in small letters."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Said:
    """An answer."""

    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


Answering: TypeAlias = Callable[[Asked], Awaitable[Said | None]]
"""Answers a request; None hangs up without a word."""


async def serve(port: int, answer: Answering, ready_file: Path) -> None:
    """Listen on 127.0.0.1 until told to stop."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    server = await start(port, answer)
    mark_ready(ready_file)
    await stop.wait()
    server.close()


async def start(port: int, answer: Answering) -> asyncio.Server:
    """Listen on 127.0.0.1; port 0 takes any."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h11.Connection(h11.SERVER)
        try:
            while (asked := await _request(connection, reader)) is not None:
                said = await answer(asked)
                if said is None:
                    return
                writer.write(_written(connection, said))
                await writer.drain()
                if connection.our_state is h11.MUST_CLOSE:
                    return
                connection.start_next_cycle()
        except (ConnectionError, h11.ProtocolError):
            return
        finally:
            writer.close()

    return await asyncio.start_server(talk, "127.0.0.1", port)


async def _request(connection: h11.Connection, reader: asyncio.StreamReader) -> Asked | None:
    """The next request with its body; None when the client has gone."""
    head, body = None, b""
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(64 * 1024))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
            if len(body) > _MAX_BYTES:
                raise ConnectionError
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            target = urlsplit(head.target.decode("latin-1"))
            return Asked(
                head.method.decode("latin-1"),
                target.path,
                dict(parse_qsl(target.query)),
                {name.decode("latin-1"): value.decode("latin-1") for name, value in head.headers},
                body,
            )
        else:
            return None


def _written(connection: h11.Connection, said: Said) -> bytes:
    named = {"Content-Type": said.kind, "Content-Length": str(len(said.body)), **said.headers}
    parts = (
        h11.Response(status_code=said.status, headers=list(named.items())),
        h11.Data(data=said.body),
        h11.EndOfMessage(),
    )
    return b"".join(connection.send(part) or b"" for part in parts)
