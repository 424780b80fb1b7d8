"""Watches what goes through Valkey, as one who can read all of it: nothing there may say who anybody is."""

import asyncio
import base64
import re
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

import redis.asyncio as redis
from redis.exceptions import RedisError

from tests.faults.machine import Machine
from tests.faults.verdict import TRACES, Verdict

_BODY: Final = re.compile(r'body\\?": \\?"([A-Za-z0-9+/=]+)')


class Broker:
    """Reads every command of everybody for the length of the block, whoever restarts meanwhile."""

    def __init__(self, machine: Machine, verdict: Verdict) -> None:
        self._machine = machine
        self._verdict = verdict
        self._seen = 0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._watch())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        if not self._seen and kind is None:
            self._verdict.other.append("nobody was heard to use Valkey: the watch is blind")

    async def _watch(self) -> None:
        while True:
            with suppress(RedisError, OSError, ValueError):  # the last: a line that is too long to be ours
                async with (
                    redis.from_url(self._machine.line["valkey"]) as broker,
                    broker.monitor() as monitor,
                ):
                    async for command in monitor.listen():
                        self._seen += 1
                        self._look(str(command["command"]))
            await asyncio.sleep(0.2)

    def _look(self, command: str) -> None:
        texts = [command]
        for body in _BODY.findall(command):
            with suppress(ValueError):
                texts.append(base64.b64decode(body).decode(errors="replace"))
        for text in texts:
            self._verdict.leaked += [f"valkey: {trace}" for trace in sorted(set(TRACES.findall(text)))]
