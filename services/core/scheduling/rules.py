"""Which times there are for a meeting, and which of them are best. Values in, times out.

A time is judged by the working hours by the clock on the wall, by who is busy, and by what the model wants done before a
meeting on that day. Families are never busy here: nobody knows their calendars, and they say themselves when it suits.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from services.core.calendar import TenantCalendar, local_day, local_instant

HORIZON: Final = dt.timedelta(days=183)
"""So far ahead busy times are kept: half a year."""
OPENS: Final = dt.time(8)
CLOSES: Final = dt.time(16)
"""The working hours in which a time is looked for, by the clock in Copenhagen."""
STEP: Final = dt.timedelta(minutes=30)
"""Meetings begin at the hour or half past it."""
LONGEST_SEARCH: Final = 8
"""Weeks that are searched at the most."""
FEWEST_TIMES, MOST_TIMES = 2, 6
"""So many times are proposed to a circle at once."""
_A_DAY_AT_MOST: Final = 2

Person = TypeVar("Person")


@dataclass(frozen=True, order=True)
class Interval:
    """When somebody is busy: two instants in UTC, the end not included."""

    starts_at: dt.datetime
    ends_at: dt.datetime


@dataclass(frozen=True)
class Slot(Generic[Person]):
    """A time for a meeting, in UTC. ``busy``: who of those asked about is; ``in_time``: what the model wants done before
    a meeting on that day can still be done.
    """

    starts_at: dt.datetime
    ends_at: dt.datetime
    busy: tuple[Person, ...]
    in_time: bool


def merged(intervals: Iterable[Interval], since: dt.datetime, until: dt.datetime) -> tuple[Interval, ...]:
    """The same time with nothing told twice, cut to what lies between ``since`` and ``until``."""
    found: list[Interval] = []
    cut = (Interval(max(one.starts_at, since), min(one.ends_at, until)) for one in intervals)
    for one in sorted(one for one in cut if one.starts_at < one.ends_at):
        if found and one.starts_at <= found[-1].ends_at:
            found[-1] = Interval(found[-1].starts_at, max(found[-1].ends_at, one.ends_at))
        else:
            found.append(one)
    return tuple(found)


def moments(
    first: dt.date, last: dt.date, minutes: int, calendar: TenantCalendar, now: dt.datetime
) -> tuple[dt.datetime, ...]:
    """Every instant (UTC) at which a meeting of that length could begin on a working day of these, within working hours.

    A meeting that is longer than the working hours begins with them.
    """
    length = dt.timedelta(minutes=minutes)
    return tuple(
        at
        for day in _days(first, last)
        if calendar.is_working_day(day)
        for at in _begins(day, length)
        if at > now
    )


def slots(
    starts: Collection[dt.datetime],
    minutes: int,
    busy: Mapping[Person, Collection[int]],
    in_time: Mapping[dt.date, bool],
    most: int,
) -> tuple[Slot[Person], ...]:
    """The best of these times, in the order of the calendar: what the model's deadlines can be met for, then what most can
    come to, then what is soon. No more than two a day, and none that overlap.

    ``busy``: for each person the numbers of ``starts`` at which they are.
    """
    length = dt.timedelta(minutes=minutes)
    taken: dict[int, list[Person]] = {}
    for person, numbers in busy.items():
        for number in numbers:
            taken.setdefault(number, []).append(person)
    all_of_them = [
        Slot(at, at + length, tuple(taken.get(number, ())), in_time.get(local_day(at), True))
        for number, at in enumerate(starts)
    ]
    all_of_them.sort(key=lambda slot: (not slot.in_time, len(slot.busy), slot.starts_at))
    chosen: list[Slot[Person]] = []
    for slot in all_of_them:
        beside = [one for one in chosen if local_day(one.starts_at) == local_day(slot.starts_at)]
        apart = all(one.ends_at <= slot.starts_at or slot.ends_at <= one.starts_at for one in beside)
        if len(chosen) < most and len(beside) < _A_DAY_AT_MOST and apart:
            chosen.append(slot)
    return tuple(sorted(chosen, key=lambda slot: (not slot.in_time, slot.starts_at)))


def may_propose(
    times: Collection[dt.datetime], answer_by: dt.datetime, meeting_at: dt.datetime, now: dt.datetime
) -> str:
    """Why these times can't be proposed (a code), or '': two to six different ones to come, with an end of answering
    that lies before the first of them, and before the time that the meeting has now.
    """
    if not FEWEST_TIMES <= len(set(times)) <= MOST_TIMES:
        return "scheduling.number_of_times"
    if any(at <= now for at in times):
        return "meeting.in_the_past"
    if answer_by <= now:
        return "scheduling.answer_by_past"
    if answer_by > min(times):
        return "scheduling.answer_by_late"
    return "scheduling.answer_after_meeting" if answer_by > meeting_at else ""


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    last = min(last, first + dt.timedelta(weeks=LONGEST_SEARCH))
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)


def _begins(day: dt.date, length: dt.timedelta) -> Iterator[dt.datetime]:
    # Working hours lie behind every clock change of the night: from one to the other an hour is an hour.
    at, closes = local_instant(day, OPENS), local_instant(day, CLOSES)
    yield at
    while (at := at + STEP) + length <= closes:
        yield at
