"""`clock show|set|advance`: the business clock of the running system, which only ever moves forward.

Every transaction reads the clock as it begins, so all processes see a new time at once. What falls due until
then is carried out before the command returns: sweeps plan, the notifier delivers.
"""

import argparse
import asyncio
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg

from services.local import due
from services.local.home import read_running
from services.local.options import add_data, add_json

_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
STOPPED = "Stopped waiting. A clock that was moved stays moved; what fell due goes on being carried out."


class _Backwards(Exception):
    pass


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="show|set|advance", required=True)
    show = actions.add_parser("show", help="what time it is")
    move_to = actions.add_parser("set", help="move to a time")
    move_to.add_argument("time", type=_instant, help="2026-12-24T09:00 (Copenhagen), or with an offset")
    advance = actions.add_parser("advance", help="move by a span")
    advance.add_argument("span", type=_span, help="90m, 36h, 5d, 2w, or 1d12h")
    for action in (show, move_to, advance):
        add_data(action)
        add_json(action)


def run(arguments: argparse.Namespace) -> int:
    """Show or move; 0 done, 2 when asked to go back, 3 when nothing runs."""
    running = read_running(arguments.data)
    try:
        answer = asyncio.run(_run(running, arguments))
    except _Backwards:
        return _refuse(arguments)
    if arguments.json:
        print(json.dumps(answer))
    else:
        print(answer["local"])
    return 0


def _refuse(arguments: argparse.Namespace) -> int:
    text = "The business clock only moves forward."
    print(json.dumps({"error": text}) if arguments.json else text)
    return 2


async def _run(running: dict[str, Any], arguments: argparse.Namespace) -> dict[str, Any]:
    connection = await asyncpg.connect(running["databases"]["main"]["rundbord_owner"], timeout=10)
    try:
        if arguments.action != "show":
            await _move(connection, arguments)
            await due.until_nothing(running, arguments.data)
        offset: int = await connection.fetchval("select offset_seconds from rundbord.business_clock")
    finally:
        await connection.close()
    now = datetime.now(UTC) + timedelta(seconds=offset)
    return {
        "now": now.isoformat(timespec="seconds"),
        "local": now.astimezone(_COPENHAGEN).isoformat(timespec="seconds"),
        "offset_seconds": offset,
    }


async def _move(connection: asyncpg.Connection, arguments: argparse.Namespace) -> None:
    # In one statement and under the row's lock: two movers add up, and none goes back.
    if arguments.action == "advance":
        await connection.execute(
            "update rundbord.business_clock set offset_seconds = offset_seconds + $1",
            int(arguments.span.total_seconds()),
        )
        return
    moved = await connection.fetchval(
        "update rundbord.business_clock"
        " set offset_seconds = ceil(extract(epoch from $1::timestamptz - rundbord.machine_now()))::bigint"
        " where extract(epoch from $1::timestamptz - rundbord.machine_now()) >= offset_seconds returning true",
        arguments.time,
    )
    if not moved:
        raise _Backwards


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time such as 2026-12-24T09:00") from None
    return found if found.tzinfo else found.replace(tzinfo=_COPENHAGEN)


def _span(text: str) -> timedelta:
    parts = re.findall(r"(\d+)([smhdw])", text)
    if not parts or "".join(f"{number}{unit}" for number, unit in parts) != text:
        raise argparse.ArgumentTypeError(f"{text!r} is no span such as 90m, 36h, 5d or 2w")
    return sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts), timedelta())
