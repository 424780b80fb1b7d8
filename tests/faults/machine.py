"""One local system as the faults see it: its processes, its rows behind the walls, its clock and its mails."""

import asyncio
import json
import os
import signal
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import asyncpg

from services.local import postgres
from services.local.errors import EnvironmentProblem
from services.local.health import answers_ready
from tests.local.running import Up, run
from tests.worker.processes import alive

PROCESSES = ("api", "worker", "beat", "notifier", "postgres", "keys", "valkey")
AWAY = (OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError, asyncpg.OperatorInterventionError)


class Machine:
    """A started system. ``smtp``: send mail there (host:port) instead of to the sink."""

    def __init__(self, data: Path, smtp: str = "") -> None:
        self.data = data
        self._flags = ("--smtp", smtp) if smtp else ()
        self.up = Up.start(data, *self._flags, seconds=120)
        self._row: asyncpg.Connection | None = None

    @property
    def line(self) -> dict[str, Any]:
        """The ready line."""
        return self.up.line

    @property
    def address(self) -> str:
        """host:port of the api."""
        return str(self.line["connect"])

    def pid(self, name: str) -> int:
        """The process of that name as of now; LookupError while it is being started again."""
        pids = self.up.running()["pids"][name]
        if not pids or not alive(pids[0]):
            raise LookupError(name)
        return int(pids[0])

    def kill(self, name: str) -> int:
        """kill -9 of one of the system's processes; its id."""
        pid = self.pid(name)
        os.kill(pid, signal.SIGKILL)
        return pid

    async def back(self, name: str, before: int, seconds: float = 90) -> None:
        """Wait until a process that was killed has a successor."""
        async with asyncio.timeout(seconds):
            while True:
                try:
                    if self.pid(name) != before:
                        return
                except (LookupError, OSError, ValueError):
                    pass
                await asyncio.sleep(0.05)

    async def whole(self, seconds: float = 90) -> float:
        """Wait until every process runs and the api calls itself ready; the seconds it took."""
        begun = time.monotonic()
        for name in PROCESSES:
            await self.back(name, 0, seconds)
        await answers_ready(int(self.address.rpartition(":")[2]), seconds)
        return time.monotonic() - begun

    async def start_again(self) -> None:
        """kill -9 of the supervisor itself, which takes everything with it, and a new start on the same data."""
        port = self.address.rpartition(":")[2]
        self.up.stop(signal.SIGKILL)
        await asyncio.sleep(1)
        self.up = await asyncio.to_thread(Up.start, self.data, *self._flags, "--port", port, seconds=120)

    async def rows(self, query: str, *values: object) -> list[asyncpg.Record]:
        """Rows as a superuser sees them; waits while PostgreSQL is away."""
        for _ in range(200):
            try:
                if self._row is None or self._row.is_closed():
                    self._row = await asyncpg.connect(
                        self._superuser(), server_settings={"search_path": "rundbord"}, timeout=5
                    )
                return await self._row.fetch(query, *values)
            except AWAY:
                self._row = None
                await asyncio.sleep(0.2)
        raise EnvironmentProblem("the main database does not come back")

    async def advance(self, span: str) -> None:
        """Move business time as the clock command does, without waiting for what follows from it."""
        await self.rows(
            "update business_clock set offset_seconds = offset_seconds + extract(epoch from $1::text::interval)::bigint",
            span,
        )

    async def command(self, *words: str) -> tuple[int, dict[str, Any]]:
        """A command on this system: exit code and its JSON."""
        done = await asyncio.to_thread(run, *words, "--json", "--data", str(self.data))
        try:
            said = json.loads(done.stdout or "{}")
        except ValueError:
            said = {"said": done.stdout}
        return done.returncode, {"stderr": done.stderr, **said}

    def mails(self) -> Mapping[str, Sequence[str]]:
        """Message-IDs of the mails that arrived, by their outbox id; one entry a delivery."""
        return ids_of(message_from_bytes(file.read_bytes()) for file in self.mail_files())

    def mail_files(self) -> list[Path]:
        """Every mail that arrived, in order."""
        return sorted(Path(self.line["mail_dir"]).glob("*.eml"))

    def logs(self) -> Mapping[str, str]:
        """All that the processes have logged, by file name."""
        return {file.name: file.read_text(errors="replace") for file in Path(self.line["log_dir"]).iterdir()}

    def _superuser(self) -> str:
        passwords = json.loads((self.data / "secrets.json").read_text())["passwords"]
        at = urlsplit(self.line["databases"]["main"]["rundbord_owner"])
        access = postgres.embedded_access(at.path.strip("/"), at.port or 0, passwords)
        return access.dsn(postgres.SUPERUSER)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._row is not None:
            self._row.terminate()
        await asyncio.to_thread(self.up.stop)


def ids_of(mails: Any) -> dict[str, list[str]]:
    """Group mails by outbox id; each list holds the Message-ID of every delivery."""
    found: dict[str, list[str]] = defaultdict(list)
    mail: Message
    for mail in mails:
        found[str(mail["X-Rundbord-Outbox"])].append(str(mail["Message-ID"]))
    return dict(found)
