"""Clocks that are wrong by an hour, and the two nights in which the clocks on the walls change.

A process's own clock is wrong in its Python code (``displaced.py``). The machine time that leases, retries and
occasions go by is the main database's: ``rundbord.machine_now()`` is put an hour off, as if its host were. That is done
under deliveries alone: people are then rightly logged out, since a role is believed for an hour after its provider's word.
"""

import asyncio
import random
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from tests.faults.fault import Fault, Place, Strike, nothing
from tests.faults.machine import Machine

HOUR: Final = 3600
_COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")
_MACHINE_TIME: Final = """
create or replace function rundbord.machine_now() returns timestamptz language sql volatile parallel safe
    set search_path = '' as $$ select pg_catalog.clock_timestamp() {} $$
"""


def next_change(now: datetime, *, forward: bool) -> datetime:
    """The next instant (UTC) at which the clocks in Denmark go forward, or back."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    while True:
        before, hour = hour, hour + timedelta(hours=1)
        if (step := _offset(hour) - _offset(before)) and (step > 0) is forward:
            return hour


def _offset(at: datetime) -> int:
    return int(f"{at.astimezone(_COPENHAGEN):%z}")


def _of_process(name: str) -> tuple[Strike, Strike]:
    """Ahead while people work and behind under deliveries, or the other way round; and right again."""

    async def strike(machine: Machine, chance: random.Random) -> None:
        await machine.displace(name, -machine.displaced(name) or chance.choice((HOUR, -HOUR)))

    async def right(machine: Machine, chance: random.Random) -> None:
        await machine.displace(name, 0)

    return strike, right


async def _machine_time(machine: Machine, chance: random.Random) -> None:
    sign = "+" if chance.random() < 0.5 else "-"
    await machine.rows(_MACHINE_TIME.format(f"{sign} interval '1 hour'"))


async def _machine_time_right(machine: Machine, chance: random.Random) -> None:
    await machine.rows(_MACHINE_TIME.format(""))


async def _business_time(machine: Machine, chance: random.Random) -> None:
    """An hour on, and back: what was done in that hour was done."""
    await machine.advance("1 hour")
    await asyncio.sleep(chance.uniform(1, 3))
    await machine.advance("-1 hour")


async def _hour_comes_again(machine: Machine, _: random.Random) -> None:
    """What was planned in that hour and not handed over before the clock went back waits until it is that time again."""
    await machine.advance("1 hour")


def _process(name: str) -> Fault:
    strike, right = _of_process(name)
    return Fault(f"{name}'s clock", strike, strikes=1, crash=name == "notifier", after=right)


CLOCKS: Final = (
    *(_process(name) for name in ("api", "worker", "beat", "notifier")),
    Fault("machine time", _machine_time, strikes=0, after=_machine_time_right),
    Fault("business time", _business_time, after=_hour_comes_again),
    Fault("clocks forward", nothing, strikes=0, place=Place.NIGHTS, night=True),
    Fault("clocks back", nothing, strikes=0, place=Place.NIGHTS, night=False),
)

__all__ = ["CLOCKS", "next_change"]
