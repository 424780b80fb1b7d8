"""``python -m bench``: run every pair, print a table, write all numbers as JSON."""

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

import asyncpg

from bench import pgbench
from bench.operations import OPERATIONS, Operation
from bench.pairs import Pair, Round, percentile, table
from bench.recording import Recorder, Script, script
from bench.world import Servers, World, fill, servers
from services.core.db.database import Database
from services.core.keys.keyring import Keyring
from services.core.keys.provider import FileKeyProvider

SERVER_SETTINGS = {"search_path": "rundbord", "timezone": "UTC", "application_name": "rundbord"}


def main() -> int:
    """Measure what was asked for; 0 when every pair could be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--operations", nargs="+", choices=sorted(OPERATIONS), default=list(OPERATIONS))
    parser.add_argument("--connections", type=int, default=2)
    parser.add_argument("--seconds", type=int, default=3, help="of each half of each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "results.json")
    asked = parser.parse_args()
    with servers() as where, tempfile.TemporaryDirectory() as folder:
        print("filling a municipality of 20,000 children …", file=sys.stderr)
        pairs = asyncio.run(_measure(asked, where, Path(folder)))
    print(table(pairs))
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "postgresql": "18"}
    asked.out.write_text(
        json.dumps({"machine": machine, "pairs": [p.as_json() for p in pairs]}, indent=1) + "\n"
    )
    return 0


async def _measure(asked: argparse.Namespace, where: Servers, folder: Path) -> list[Pair]:
    world = await fill(where)
    recorder = Recorder()
    settings = where.settings()
    pool = await asyncpg.create_pool(
        settings.database_url,
        min_size=1,
        max_size=asked.connections,
        init=recorder.listen,
        server_settings=SERVER_SETTINGS,
    )
    keys = await asyncpg.create_pool(
        settings.keys_url, min_size=1, max_size=asked.connections, server_settings=SERVER_SETTINGS
    )
    db = Database(pool, Keyring(keys, FileKeyProvider(where.key_dir)), {})
    try:
        pairs = []
        for name in asked.operations:
            print(f"{name} …", file=sys.stderr)
            recorded = await _record(OPERATIONS[name], db, world, recorder)
            pairs.append(await _pair(name, asked, where, folder, db, world, recorded))
        return pairs
    finally:
        await db.close()


async def _record(operation: Operation, db: Database, world: World, recorder: Recorder) -> Script:
    await operation(db, world)
    recorder.on = True
    await operation(db, world)
    first = recorder.take()
    await operation(db, world)
    recorder.on = False
    return script(first, recorder.take())


async def _pair(
    name: str,
    asked: argparse.Namespace,
    where: Servers,
    folder: Path,
    db: Database,
    world: World,
    recorded: Script,
) -> Pair:
    rounds, latencies = [], []
    program = where.main.programs / "pgbench"
    for _ in range(asked.rounds):
        ours = await _ours(OPERATIONS[name], db, world, asked.connections, asked.seconds)
        latencies += ours
        theirs = await asyncio.to_thread(
            pgbench.run,
            program,
            where.main.dsn("rundbord_api"),
            recorded,
            folder,
            asked.connections,
            asked.seconds,
        )
        rounds.append(
            Round(
                ours_ms=sum(ours) / len(ours) * 1000,
                ours_per_second=len(ours) / asked.seconds,
                pgbench_ms=theirs.ms,
                pgbench_per_second=theirs.per_second,
            )
        )
    return Pair(
        name, asked.connections, recorded.statements, percentile(latencies, 0.95) * 1000, tuple(rounds)
    )


async def _ours(
    operation: Operation, db: Database, world: World, connections: int, seconds: float
) -> list[float]:
    """Latencies in seconds of as many concurrent callers as there are connections, each asking without a pause."""
    until = time.monotonic() + seconds
    taken: list[float] = []

    async def ask() -> None:
        while (began := time.monotonic()) < until:
            await operation(db, world)
            taken.append(time.monotonic() - began)

    await asyncio.gather(*(ask() for _ in range(connections)))
    return taken


if __name__ == "__main__":
    sys.exit(main())
