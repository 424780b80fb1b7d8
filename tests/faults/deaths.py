"""Deaths: kill -9 of everything that can die, and what is done twice or in the middle of work."""

import asyncio
import os
import random
import signal
from datetime import timedelta
from typing import Final

import redis.asyncio as redis

from services.core.db.migrate import Script, migrate, migrations
from services.core.mode import Mode
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import begin_run
from services.core.tenancy.service import tenant_id
from services.local.acting import as_worker, worker_settings
from services.worker.app import create_worker
from services.worker.names import SWEEP, WAKE, queue_of
from tests.faults.fault import Fault, Strike
from tests.faults.machine import Machine
from tests.faults.stops import second
from tests.worker.processes import children_of


def _kill(name: str) -> Strike:
    async def strike(machine: Machine, chance: random.Random) -> None:
        before = machine.kill(name)
        await machine.back(name, before)

    return strike


async def _worker_child(machine: Machine, chance: random.Random) -> None:
    async with asyncio.timeout(60):
        # None where the worker itself has just ended and begun again, as it does when it hears nothing.
        while not (children := children_of(machine.pid("worker"))):  # noqa: ASYNC110
            await asyncio.sleep(0.1)
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


async def _wiped(machine: Machine, chance: random.Random) -> None:
    """Killed, and everything that it might have kept on its disk is gone."""
    before = machine.kill("valkey")
    for file in (machine.data / "valkey").iterdir():
        if file.name != "valkey.conf":
            file.unlink()
    await machine.back("valkey", before)


async def _second_beat(machine: Machine, chance: random.Random) -> None:
    async with second(machine, "beat"):
        await asyncio.sleep(6)


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


async def _locking_migration(machine: Machine, chance: random.Random) -> None:
    """A new one that rewrites a busy table under its strongest lock, for as long as a large table takes."""
    owner = machine.line["databases"]["main"]["rundbord_owner"]
    table = chance.choice(["message", "meeting", "deadline", "participant", "access_event"])
    name = f"9{chance.randrange(1000):03}_fault.sql"
    script = Script(
        name,
        f"lock table rundbord.{table} in access exclusive mode;"
        f"alter table rundbord.{table} add column fault text not null default 'x';"
        "select pg_sleep(3);"
        f"alter table rundbord.{table} drop column fault;",
    )
    await migrate(owner, "main", [*migrations("main"), script])
    await machine.rows("delete from public.schema_migration where name = $1", name)


DEATHS: Final = (
    Fault("api", _kill("api"), strikes=3, short=True),
    Fault("worker child", _worker_child, strikes=3, short=True),
    Fault("worker", _kill("worker"), short=True),
    Fault("beat", _kill("beat"), short=True),
    Fault("notifier", _kill("notifier"), crash=True, short=True),
    Fault("postgres", _kill("postgres"), short=True),
    Fault("keys", _kill("keys"), short=True),
    Fault("valkey", _kill("valkey"), short=True),
    Fault("valkey wiped", _wiped),
    Fault("flushall", _flush, strikes=4, short=True),
    Fault("a backend", _backend, strikes=3),
    Fault("both databases", _both_databases),
    Fault("all services", _all_services, crash=True),
    Fault("everything", _everything, strikes=1, crash=True),
    Fault("two beats", _second_beat, strikes=1),
    Fault("messages ×3", _three_times),
    Fault("migration", _migration, strikes=3),
    Fault("locking migration", _locking_migration),
)

__all__ = ["DEATHS"]
