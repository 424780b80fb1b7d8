"""From when until when somebody acts for somebody. Pure; days are Danish days."""

from datetime import date, datetime, timedelta
from typing import Final

from services.core.calendar.instants import end_of_day, local_day
from services.core.errors import invalid

LONGEST: Final = timedelta(days=365)
"""Who is away for longer has another in their place: a relation of their own."""


def period(first: date, last: date, now: datetime) -> tuple[datetime, datetime]:
    """From midnight of the first day (or now) to midnight after the last one, in Denmark.

    INVALID_INPUT for a last day that is over, lies before the first or more than a year after it.
    """
    if last < first or last < local_day(now):
        raise invalid("delegation.days", "input", "lastDay")
    if last - first > LONGEST:
        raise invalid("delegation.too_long", "input", "lastDay")
    begin = end_of_day(first - timedelta(days=1))
    return max(begin, now), end_of_day(last)
