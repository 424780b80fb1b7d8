"""When somebody is busy, read from a calendar file (RFC 5545): times alone, and nothing else of what it holds.

Run as a program it reads a file from its standard input and writes the times to its standard output: a recurrence can be
written in ten bytes that takes years to follow, so whoever reads a stranger's file does it in a process of its own that has
so many seconds and so much memory, and no more (``isolated.py``).
"""

import datetime as dt
import resource
import sys
from collections.abc import Iterator
from typing import Any, Final

import recurring_ical_events
from icalendar import Calendar, Component

from services.core.calendar.instants import COPENHAGEN
from services.core.scheduling.rules import HORIZON, Interval, merged

MOST_BYTES: Final = 1_048_576
MOST_ENTRIES: Final = 4_000
"""Entries of a file, and intervals that are kept of it."""
SECONDS: Final = 5
"""Of a processor, for one file."""
_MEMORY: Final = 1 << 30
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_WITHIN_A_DAY: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")


class UnreadableCalendarError(Exception):
    """A file that can't be used; its argument is the code of the reason, without a word of the file."""


def busy_in(content: bytes, now: dt.datetime) -> tuple[Interval, ...]:
    """The intervals from ``now`` to the horizon in which the owner of a calendar is busy; each instant once.

    Days without a clock are days in Copenhagen, and so is a clock without a zone. What is cancelled or shown as free is
    left out. Raises ``UnreadableCalendarError`` for what is no calendar, holds too much or recurs too often.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableCalendarError("too_large")
    try:
        calendars = Calendar.from_ical(content, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise UnreadableCalendarError("unreadable") from error
    if not calendars:
        raise UnreadableCalendarError("unreadable")
    until = now + HORIZON
    found: list[Interval] = []
    for calendar in calendars:
        _check(calendar)
        try:
            events = recurring_ical_events.of(calendar, components=["VEVENT"]).between(now, until)
            found += [_of_event(one) for one in events if _counts(one)]
            found += [period for one in calendar.walk("VFREEBUSY") for period in _of_freebusy(one)]
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError) as error:
            raise UnreadableCalendarError("unreadable") from error
    kept = merged(found, now, until)
    if len(kept) > MOST_ENTRIES:
        raise UnreadableCalendarError("too_many")
    return kept


def _check(calendar: Component) -> None:
    entries = [*calendar.walk("VEVENT"), *calendar.walk("VFREEBUSY")]
    if len(entries) > MOST_ENTRIES:
        raise UnreadableCalendarError("too_many")
    for entry in entries:
        rules = entry.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            often = {str(one).upper() for one in rule.get("FREQ", [])}
            if often & _TOO_OFTEN or any(len(rule.get(part, [])) > 1 for part in _WITHIN_A_DAY):
                raise UnreadableCalendarError("too_often")


def _counts(event: Component) -> bool:
    shown = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY")).upper()
    return (
        str(event.get("TRANSP", "OPAQUE")).upper() != "TRANSPARENT"
        and str(event.get("STATUS", "CONFIRMED")).upper() != "CANCELLED"
        and shown != "FREE"
    )


def _of_event(event: Component) -> Interval:
    start = event.get("DTSTART").dt
    if "DTEND" in event:
        end = event.get("DTEND").dt
    elif "DURATION" in event:
        end = start + event.get("DURATION").dt
    else:
        end = start + (dt.timedelta(0) if isinstance(start, dt.datetime) else dt.timedelta(days=1))
    return Interval(_instant(start), _instant(end))


def _of_freebusy(entry: Component) -> Iterator[Interval]:
    told: Any = entry.get("FREEBUSY", [])
    for one in told if isinstance(told, list) else [told]:
        if str(one.params.get("FBTYPE", "BUSY")).upper() == "FREE":
            continue
        for period in getattr(one, "dts", [one]):
            start, end = period.start, period.end
            yield Interval(_instant(start), _instant(end))


def _instant(moment: dt.date) -> dt.datetime:
    if not isinstance(moment, dt.datetime):
        moment = dt.datetime.combine(moment, dt.time(0), COPENHAGEN)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=COPENHAGEN)
    return moment.astimezone(dt.UTC)


def main() -> int:
    """The program: the file on standard input, its arguments the instant now and its seconds; 0 and the times, or 1 and why."""
    seconds = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        kept = busy_in(sys.stdin.buffer.read(MOST_BYTES + 1), dt.datetime.fromisoformat(sys.argv[1]))
    except UnreadableCalendarError as error:
        print(error.args[0])
        return 1
    except (MemoryError, RecursionError):
        print("too_often")
        return 1
    for one in kept:
        print(one.starts_at.isoformat(), one.ends_at.isoformat())
    return 0


if __name__ == "__main__":
    sys.exit(main())
