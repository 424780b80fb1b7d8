"""A mail server that answers as it is told: real bytes over a real socket, faults at every stage.

``script`` maps a verb (CONNECT, EHLO, MAIL, RCPT, DATA, END) to what happens there: a reply line, ``CUT``
(the connection is closed instead of an answer) or ``STALL`` (no answer ever). ``pause`` holds an answer back until
its event is set, ``slow`` for so many seconds. Accepted contents stand in
``accepted``, also when the connection is cut after the final dot: that mail is delivered, and the sender
can't know.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

CUT, STALL = "CUT", "STALL"
_DEFAULTS = {
    "CONNECT": "220 peer",
    "EHLO": "250 peer",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    "END": "250 taken",
}


class Peer:
    """One scripted mail server."""

    def __init__(self) -> None:
        self.script: dict[str, str] = {}
        self.pause: dict[str, asyncio.Event] = {}
        self.accepted: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.senders: list[str] = []
        self.talks = 0
        self.slow: dict[str, float] = {}
        self.port = 0

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def outbox_ids(self) -> list[str]:
        return [str(mail["X-Rundbord-Outbox"]) for mail in self.accepted]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.talks += 1
        try:
            if not await self._answer("CONNECT", writer):
                return
            while line := await reader.readline():
                verb = line.split(b" ")[0].strip().upper().decode("ascii")
                if verb == "QUIT":
                    return
                if verb == "MAIL":
                    self.senders.append(line.decode("ascii").partition("<")[2].partition(">")[0])
                if verb == "RCPT":
                    self.recipients.append(line.decode("ascii").strip())
                if not await self._answer(verb, writer):
                    return
                if verb == "DATA" and self._reply("DATA").startswith("354"):
                    content = await reader.readuntil(b"\r\n.\r\n")
                    await asyncio.sleep(self.slow.get("END", 0))
                    reply = self._reply("END")
                    if reply[0] == "2" or reply in (CUT, STALL):
                        self.accepted.append(message_from_bytes(content[:-3], policy=policy.default))
                    if not await self._answer("END", writer):
                        return
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    def _reply(self, verb: str) -> str:
        return self.script.get(verb, _DEFAULTS.get(verb, "502 unknown"))

    async def _answer(self, verb: str, writer: asyncio.StreamWriter) -> bool:
        if pause := self.pause.get(verb):
            await pause.wait()
        if verb != "END":
            await asyncio.sleep(self.slow.get(verb, 0))
        reply = self._reply(verb)
        if reply == CUT:
            return False
        if reply == STALL:
            await asyncio.sleep(3600)
        writer.write(reply.encode("ascii") + b"\r\n")
        await writer.drain()
        return True


async def eventually(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until the condition holds; TimeoutError when it does not in time."""
    async with asyncio.timeout(seconds):
        while True:
            if condition():
                return
            await asyncio.sleep(0.05)


@asynccontextmanager
async def running_peer() -> AsyncIterator[Peer]:
    """A peer on a free port."""
    peer = Peer()
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    peer.port = server.sockets[0].getsockname()[1]
    try:
        yield peer
    finally:
        server.close()
