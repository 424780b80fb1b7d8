"""`status`: what runs on a data directory, and whether it is well."""

import argparse
import asyncio
import json
import os

import asyncpg

from services.local.errors import EnvironmentProblem
from services.local.health import answers_ready
from services.local.home import read_running
from services.local.options import add_data, add_json


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Look at each process and at the api; 0 all well, 1 something is down, 3 nothing runs."""
    running = read_running(arguments.data)
    processes = {
        name: {"pids": pids, "alive": all(_is_alive(pid) for pid in pids)}
        for name, pids in running["pids"].items()
    }
    report = {
        "url": running["url"],
        "ready": asyncio.run(_is_ready(int(running["connect"].rpartition(":")[2]))),
        "databases": asyncio.run(_databases(running["databases"])),
        "processes": processes,
    }
    well = (
        report["ready"]
        and all(report["databases"].values())
        and all(item["alive"] for item in processes.values())
    )
    if arguments.json:
        print(json.dumps({"ok": well, **report}))
    else:
        print(f"{running['url']}  {'ready' if report['ready'] else 'not ready'}")
        for name, answers in report["databases"].items():
            print(f"  database {name:8} {'answers' if answers else 'does not answer'}")
        for name, item in processes.items():
            place = " ".join(map(str, item["pids"])) or "elsewhere"
            print(f"  {name:17} {place}{'' if item['alive'] else '  (down)'}")
    return 0 if well else 1


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


async def _is_ready(port: int) -> bool:
    try:
        await answers_ready(port, seconds=0)
    except EnvironmentProblem:
        return False
    return True


async def _databases(databases: dict[str, dict[str, str]]) -> dict[str, bool]:
    return {name: await _answers(dsns["rundbord_owner"]) for name, dsns in databases.items()}


async def _answers(dsn: str) -> bool:
    try:
        connection = await asyncpg.connect(dsn, timeout=3)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    await connection.close()
    return True
