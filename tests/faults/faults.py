"""The faults, one function each: they strike a running system once, and return when it may be struck again."""

import asyncio
import os
import random
import signal
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import redis.asyncio as redis

from services.core.db.migrate import migrate
from services.core.mode import Mode
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import begin_run
from services.core.tenancy.service import tenant_id
from services.local.acting import as_worker, worker_settings
from services.worker.app import create_worker
from services.worker.names import SWEEP, WAKE, queue_of
from tests.faults.machine import Machine
from tests.worker.processes import children_of

Strike = Callable[[Machine, random.Random], Awaitable[None]]


@dataclass(frozen=True)
class Fault:
    """What is done to the system. ``strikes`` times a round; each may end a notifier (``crash``)."""

    name: str
    strike: Strike
    strikes: int = 2
    crash: bool = False
    short: bool = False
    """Part of the short selection."""


def _kill(name: str) -> Strike:
    async def strike(machine: Machine, chance: random.Random) -> None:
        before = machine.kill(name)
        await machine.back(name, before)

    return strike


async def _worker_child(machine: Machine, chance: random.Random) -> None:
    children = children_of(machine.pid("worker"))
    os.kill(chance.choice(children), signal.SIGKILL)


async def _backend(machine: Machine, chance: random.Random) -> None:
    """One connection's process of the main database: PostgreSQL ends all the others and recovers."""
    rows = await machine.rows("select pid from pg_stat_activity where usename = 'rundbord_api'")
    if rows:
        os.kill(chance.choice(rows)["pid"], signal.SIGKILL)


async def _flush(machine: Machine, chance: random.Random) -> None:
    async with redis.from_url(machine.line["valkey"]) as broker:
        await broker.flushall()


async def _both_databases(machine: Machine, chance: random.Random) -> None:
    before = {name: machine.kill(name) for name in ("postgres", "keys")}
    for name, pid in before.items():
        await machine.back(name, pid)


async def _all_services(machine: Machine, chance: random.Random) -> None:
    names = ["api", "worker", "beat", "notifier"]
    chance.shuffle(names)
    before = {name: machine.kill(name) for name in names}
    for name, pid in before.items():
        await machine.back(name, pid)


async def _everything(machine: Machine, chance: random.Random) -> None:
    await machine.start_again()


async def _second_beat(machine: Machine, chance: random.Random) -> None:
    mark = machine.data / "run" / "second-beat.ready"
    second = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", "services.local.beat", "--ready-file", str(mark)),
        env=_environment_of(machine.pid("beat")),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        await asyncio.sleep(6)
    finally:
        second.kill()
        await second.wait()


async def _three_times(machine: Machine, chance: random.Random) -> None:
    """Every kind of message that a worker may get, three times each."""
    running = machine.up.running()
    async with as_worker(running, machine.data) as db:
        app = create_worker(worker_settings(running, machine.data), Mode.LOCAL)
        for kind in SweepKind:
            for tenant in running["tenants"]:
                id_ = tenant_id(tenant["id"])
                run = await begin_run(db, id_, kind, timedelta(milliseconds=1))
                for _ in range(3 if run else 0):
                    await asyncio.to_thread(
                        app.send_task, SWEEP, args=(str(id_), str(run)), queue=queue_of(SWEEP)
                    )
            for _ in range(3):
                await asyncio.to_thread(app.send_task, WAKE, args=(kind.value,), queue=queue_of(WAKE))
        app.close()


async def _migration(machine: Machine, chance: random.Random) -> None:
    """Both databases are migrated again; one noun's policies count as changed and are applied anew."""
    owners = {name: dsns["rundbord_owner"] for name, dsns in machine.line["databases"].items()}
    noun = chance.choice(["message", "session", "access", "person", "meeting"])
    await machine.rows(
        "update public.schema_migration set checksum = 'changed' where name = $1", f"{noun}/policies.sql"
    )
    for instance in ("main", "keys"):
        await migrate(owners[instance], instance)


def _environment_of(pid: int) -> Mapping[str, str]:
    told = (Path("/proc") / str(pid) / "environ").read_bytes().decode().split("\0")
    return dict(item.partition("=")[::2] for item in told if "=" in item)


FAULTS: Final = (
    Fault("api", _kill("api"), strikes=3, short=True),
    Fault("worker child", _worker_child, strikes=3, short=True),
    Fault("worker", _kill("worker"), short=True),
    Fault("beat", _kill("beat"), short=True),
    Fault("notifier", _kill("notifier"), crash=True, short=True),
    Fault("postgres", _kill("postgres"), short=True),
    Fault("keys", _kill("keys"), short=True),
    Fault("valkey", _kill("valkey"), short=True),
    Fault("flushall", _flush, strikes=4, short=True),
    Fault("a backend", _backend, strikes=3),
    Fault("both databases", _both_databases),
    Fault("all services", _all_services, crash=True),
    Fault("everything", _everything, strikes=1, crash=True),
    Fault("two beats", _second_beat, strikes=1),
    Fault("messages ×3", _three_times),
    Fault("migration", _migration, strikes=3),
)
"""``strikes`` while people work; once more while the clock's effects are delivered."""

__all__ = ["FAULTS", "Fault"]
