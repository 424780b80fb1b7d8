"""When a meeting that follows one up can be: what is proposed, for people to take or to change. Pure."""

import datetime as dt
from collections.abc import Sequence

from services.core.calendar import calendar_of, local_day, local_instant
from services.core.calendar.instants import COPENHAGEN
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

MOST = 3
_WEEK = dt.timedelta(days=7)
_FIXED = frozenset({"fixed_interval", "fixed_slots"})


def proposed_times(
    model: Model,
    meeting: MeetingType,
    last: dt.datetime,
    by: dt.date | None,
    fixed: Sequence[dt.datetime],
    now: dt.datetime,
) -> tuple[dt.datetime, ...]:
    """Up to three times (UTC) at which a meeting of this type can follow the one that began at ``last``; the best first.

    ``by``: the last local day on which the model lets it be; None: the model says nothing of when, and nothing is proposed.
    A type with fixed times takes one of ``fixed``, those that stand at the place. Any other is proposed for the weekday and
    the hour that the circle has just met at, as late as the model lets it; never on a day off, never within a week from now.
    """
    soonest = local_day(now) + _WEEK
    if by is None or by < soonest:
        return ()
    if meeting.rhythm.kind in _FIXED:
        standing = [at for at in sorted(fixed) if soonest <= local_day(at) <= by]
        return tuple(reversed(standing[-MOST:]))
    met, calendar = last.astimezone(COPENHAGEN), calendar_of(model)
    day = by - dt.timedelta(days=(by.weekday() - met.weekday()) % 7)
    if day < soonest:  # no such weekday is left: the last working day there is
        day = calendar.previous_working_day(by)
        return (local_instant(day, met.time()),) if day >= soonest else ()
    days: list[dt.date] = []
    while day >= soonest and len(days) < MOST:
        if calendar.is_working_day(day):
            days.append(day)
        day -= _WEEK
    return tuple(local_instant(day, met.time()) for day in days)
