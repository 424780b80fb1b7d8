"""`status`: what runs on a data directory, whether it is well, what waits to be sent and when each sweep last ran.

What can't be asked, since its database is away, is said and counts as a finding; it stops nothing else.
"""

import argparse
import asyncio
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

import asyncpg
from redis import Redis
from redis.exceptions import RedisError

from services.core.db.away import AWAY
from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.operation.report import as_json, as_lines
from services.core.operation.rules import Operation
from services.core.operation.service import operation
from services.local.acting import tenants_of, worker_settings
from services.local.errors import EnvironmentProblem
from services.local.health import answers_ready
from services.local.home import read_running
from services.local.options import add_data, add_json

_SECONDS: Final = 5.0
_GONE: Final = (*AWAY, asyncpg.PostgresError)


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("--tenant", metavar="T", help="one tenant (default: all)")
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Look at each process, at what waits and at the sweeps; 0 all well, 1 something to look at, 3 nothing runs."""
    running = read_running(arguments.data)
    processes = {
        name: {"pids": pids, "alive": all(_is_alive(pid) for pid in pids)}
        for name, pids in running["pids"].items()
    }
    answers, operations, unasked = asyncio.run(_ask(running, arguments))
    report: dict[str, Any] = {"url": running["url"], **answers, "processes": processes}
    report["tenants"] = {slug: as_json(found) for slug, found in operations.items()}
    report["unasked"] = unasked
    well = (
        report["ready"]
        and report["valkey"]
        and all(report["databases"].values())
        and all(item["alive"] for item in processes.values())
        and not unasked
        and not any(found.findings for found in operations.values())
    )
    if arguments.json:
        print(json.dumps({"ok": well, **report}))
    else:
        _print(report, operations)
    return 0 if well else 1


async def _ask(
    running: Mapping[str, Any], arguments: argparse.Namespace
) -> tuple[dict[str, Any], dict[str, Operation], dict[str, str]]:
    """All at one time: what is away takes seconds to be found silent, and no longer than one of them."""
    ready, main, keys, valkey, (found, unasked) = await asyncio.gather(
        _is_ready(int(running["connect"].rpartition(":")[2])),
        _answers(running["databases"]["main"]["rundbord_owner"]),
        _answers(running["databases"]["keys"]["rundbord_owner"]),
        asyncio.to_thread(_valkey_answers, running["valkey"]),
        _operations(running, arguments),
    )
    return {"ready": ready, "databases": {"main": main, "keys": keys}, "valkey": valkey}, found, unasked


async def _operations(
    running: Mapping[str, Any], arguments: argparse.Namespace
) -> tuple[dict[str, Operation], dict[str, str]]:
    """How it goes in each tenant, and which could not be asked, with the reason."""
    wanted = tenants_of(running, arguments.tenant)
    found: dict[str, Operation] = {}
    reason = ""
    try:
        async with asyncio.timeout(_SECONDS):
            database = await Database.open_main(worker_settings(running, arguments.data))
    except _GONE as problem:
        return {}, dict.fromkeys(wanted, type(problem).__name__)
    try:
        async with asyncio.timeout(_SECONDS):
            for slug, tenant in wanted.items():
                async with database.read(SystemIdentity(tenant), "operation.status") as tx:
                    found[slug] = await operation(tx)
    except _GONE as problem:
        reason = type(problem).__name__
    finally:
        with suppress(*_GONE):
            await database.close()
    return found, {slug: reason for slug in wanted if slug not in found}


def _print(report: Mapping[str, Any], operations: Mapping[str, Operation]) -> None:
    print(f"{report['url']}  {'ready' if report['ready'] else 'not ready'}")
    for name in ("main", "keys"):
        print(f"  database {name:8} {_said(report['databases'][name])}")
    print(f"  {'valkey':17} {_said(report['valkey'])}")
    for name, item in report["processes"].items():
        place = " ".join(map(str, item["pids"])) or "elsewhere"
        print(f"  {name:17} {place}{'' if item['alive'] else '  (down)'}")
    for slug, found in operations.items():
        print("\n".join(as_lines(slug, found)))
    for slug, reason in report["unasked"].items():
        print(f"{slug}  could not be asked: its database does not answer ({reason})")


def _said(answers: bool) -> str:
    return "answers" if answers else "does not answer"


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


def _valkey_answers(url: str) -> bool:
    try:
        with Redis.from_url(url, socket_timeout=3, socket_connect_timeout=3) as valkey:
            return bool(valkey.ping())
    except (RedisError, OSError):
        return False


async def _answers(dsn: str) -> bool:
    try:
        connection = await asyncpg.connect(dsn, timeout=3)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    await connection.close()
    return True
