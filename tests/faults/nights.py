"""The night in which the clocks change, hour by hour, and whether everybody was reminded at the right one."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.faults.machine import Machine
from tests.faults.verdict import Verdict
from tests.faults.work import Case

_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_BEFORE = timedelta(hours=27)
_HOURS = 50
"""From the evening before the day before, through the change and the day after it."""
_SWEPT_SECONDS = 2.5
"""A local sweep for deadlines comes every two seconds."""
_REMINDED = """
select kind, not_before from message
where meeting_id = any ($1::uuid[]) and kind in ('meeting_reminder', 'deadline_reminder') and channel = 'mail'
"""
REMINDER_HOUR = 9


async def through_the_night(machine: Machine, change: datetime) -> None:
    """Move business time to the change and past it, by the hour."""
    await _move_to(machine, change - _BEFORE)
    for hour in range(1, _HOURS + 1):
        await _move_to(machine, change - _BEFORE + timedelta(hours=hour))
        await asyncio.sleep(_SWEPT_SECONDS if _may_remind(change - _BEFORE + timedelta(hours=hour)) else 0.3)


async def on_time(machine: Machine, cases: Sequence[Case], verdict: Verdict) -> None:
    """On both sides of the change reminders came at nine by the clock on the wall, none in another hour."""
    rows = await machine.rows(_REMINDED, [UUID(case.meeting) for case in cases])
    days: set[str] = set()
    for row in rows:
        local = row["not_before"].astimezone(_COPENHAGEN)
        days.add(f"{local:%z}")
        if local.hour != REMINDER_HOUR:
            verdict.other.append(f"{row['kind']} at {local:%a %H:%M%z}")
    if len(days) < 2:
        verdict.other.append(f"reminders on one side of the change alone: {sorted(days)}")


def _may_remind(at: datetime) -> bool:
    return abs(at.astimezone(_COPENHAGEN).hour - REMINDER_HOUR) <= 1


async def _move_to(machine: Machine, at: datetime) -> None:
    await machine.rows(
        "update business_clock set offset_seconds = greatest(offset_seconds,"
        " ceil(extract(epoch from $1::timestamptz - clock_timestamp()))::bigint)",
        at,
    )
