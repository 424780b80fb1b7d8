"""One local system as the faults see it: its processes, its wires, its rows behind the walls, its clocks and its mails."""

import asyncio
import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg

from services.local import postgres
from services.local.errors import EnvironmentProblem
from services.local.health import answers_ready
from tests.faults.wire import Wires
from tests.faults.wired import CONNECTIONS, book_of, clock_of
from tests.local.running import Up, run
from tests.worker.processes import alive

START_SECONDS = 180
PROCESSES = ("api", "worker", "beat", "notifier", "postgres", "keys", "valkey")
AWAY = (OSError, asyncpg.PostgresConnectionError, asyncpg.InterfaceError, asyncpg.OperatorInterventionError)


Confine = Callable[[Path, Sequence[str]], list[str]]
"""Puts a program's data directory on something else: (directory, program) to program."""


class Machine:
    """A started system (``start_machine``), with a wire between each process and each server."""

    def __init__(self, data: Path, wires: Wires, flags: Sequence[str], program: Sequence[str]) -> None:
        self.data = data
        self.wires = wires
        self._flags = flags
        self._program = program
        self._rows: dict[str, asyncpg.Connection] = {}
        self._over: float | None = None
        self.told_before: frozenset[str] = frozenset()
        """What a seeded town was told in its past: recorded as sent before there was anybody to send it."""
        self.up = Up.start(data, *flags, seconds=START_SECONDS, program=program)

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

    def over(self) -> None:
        """A trouble that lasted is over as of now: from here on the way back is measured."""
        self._over = time.monotonic()

    def over_since(self, begun: float) -> float:
        """When the last trouble was over; ``begun``, when it was struck, for one that does not last."""
        since, self._over = self._over or begun, None
        return since

    def displaced(self, name: str) -> float:
        """By how many seconds a process's clock is wrong."""
        file = clock_of(self.data / "run", name)
        return float(file.read_text()) if file.exists() else 0.0

    async def displace(self, name: str, seconds: float) -> None:
        """Put the clock of a process wrong, and of those that it forked; it jumps while they run."""
        clock_of(self.data / "run", name).write_text(str(seconds))
        await asyncio.sleep(1)

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
        self.up = await asyncio.to_thread(
            Up.start, self.data, *self._flags, "--port", port, seconds=START_SECONDS, program=self._program
        )

    async def rows(self, query: str, *values: object) -> list[asyncpg.Record]:
        """Rows as a superuser sees them; waits while PostgreSQL is away."""
        for _ in range(300):
            try:
                return await (await self._superuser("main")).fetch(query, *values)
            except AWAY:
                self._rows.pop("main", None)
                await asyncio.sleep(0.2)
        raise EnvironmentProblem("the main database does not come back")

    async def tries(self, instance: str, query: str) -> bool:
        """A superuser's statement that may well end the server: whether it was answered."""
        try:
            await (await self._superuser(instance)).execute(query, timeout=5)
        except (*AWAY, asyncpg.PostgresError):
            self._rows.pop(instance, None)
            return False
        return True

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

    def arrived(self) -> Mapping[str, Sequence[str]]:
        """What arrived by any way, by outbox id: one entry a delivery, by which its receiver knows it again."""
        mails = ids_of(message_from_bytes(file.read_bytes()) for file in self.mail_files())
        return mails | self.arrived_beside_mail()

    def arrived_beside_mail(self) -> dict[str, list[str]]:
        """The same of SMS and Digital Post. That keeps a letter once, by its own id, however often it is handed over."""
        found: dict[str, list[str]] = defaultdict(list)
        for file in sorted(Path(self.line["sms_dir"]).glob("*.json")):
            told = json.loads(file.read_text())
            found[told["reference"]].append(told["idempotency_key"])
        for file in sorted(Path(self.line["digital_post_dir"]).glob("*.xml")):
            letter = file.stem.partition("-")[2]
            found[letter].append(letter)
        return dict(found)

    def mail_files(self) -> list[Path]:
        """Every mail that arrived, in order."""
        return sorted(Path(self.line["mail_dir"]).glob("*.eml"))

    def logs(self) -> Mapping[str, str]:
        """All that the processes have logged, by file name."""
        return {file.name: file.read_text(errors="replace") for file in Path(self.line["log_dir"]).iterdir()}

    async def _superuser(self, instance: str) -> asyncpg.Connection:
        open_already = self._rows.get(instance)
        if open_already is None or open_already.is_closed():
            passwords = json.loads((self.data / "secrets.json").read_text())["passwords"]
            at = urlsplit(self.line["databases"][instance]["rundbord_owner"])
            access = postgres.embedded_access(at.path.strip("/"), at.port or 0, passwords)
            self._rows[instance] = await asyncpg.connect(
                access.dsn(postgres.SUPERUSER), server_settings={"search_path": "rundbord"}, timeout=5
            )
        return self._rows[instance]

    async def end(self) -> None:
        """Stop it."""
        for row in self._rows.values():
            row.terminate()
        await asyncio.to_thread(self.up.stop)


@asynccontextmanager
async def start_machine(data: Path, smtp: str = "", confine: Confine | None = None) -> AsyncIterator[Machine]:
    """Start a system, with its wires; ended at the end of the block. ``smtp``: send mail there, not to the sink."""
    wiring = data.with_suffix(".wires")
    async with Wires(CONNECTIONS, book_of(wiring)) as wires:
        await asyncio.to_thread(wiring.write_text, json.dumps(wires.ports))
        program = [sys.executable, "-m", "tests.faults.wired", "--wires", str(wiring)]
        if confine:
            program = confine(data, program)
        flags = ("--smtp", smtp) if smtp else ()
        machine = await asyncio.to_thread(Machine, data, wires, flags, program)
        try:
            rows = await machine.rows(
                "select id::text from message where state = 'sent' and settled_at < now() - interval '1 hour'"
            )
            machine.told_before = frozenset(row["id"] for row in rows)
            yield machine
        finally:
            await machine.end()


def ids_of(mails: Any) -> dict[str, list[str]]:
    """Group mails by outbox id; each list holds the Message-ID of every delivery."""
    found: dict[str, list[str]] = defaultdict(list)
    mail: Message
    for mail in mails:
        found[str(mail["X-Rundbord-Outbox"])].append(str(mail["Message-ID"]))
    return dict(found)
