"""Adding and subtracting the model's periods, with the rounding that each direction has."""

import calendar as months
import datetime as dt

from services.core.calendar.instants import COPENHAGEN, end_of_day
from services.core.calendar.working_days import TenantCalendar, add_working_days, working_days_before
from services.core.tenancy.language import Period, Unit

_MONTHS = {Unit.MONTHS: 1, Unit.HALF_YEARS: 6, Unit.YEARS: 12}
_DAYS = {Unit.DAYS: 1, Unit.WEEKS: 7}


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day of the month `count` months on (or back); the month's last where it has no such day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    last = months.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def unrounded(day: dt.date, period: Period, sign: int = 1) -> dt.date:
    """`day` with a calendar period added; hours and working days raise ValueError."""
    if period.unit in _MONTHS:
        return add_months(day, sign * period.count * _MONTHS[period.unit])
    if period.unit in _DAYS:
        return day + dt.timedelta(days=sign * period.count * _DAYS[period.unit])
    raise ValueError(f"{period.unit} is no calendar period")


def add_period(day: dt.date, period: Period, calendar: TenantCalendar) -> dt.date:
    """The last day of a deadline counted forward from `day`; never on a day off. Hours: see `instant_after`."""
    if period.unit is Unit.WORKING_DAYS:
        return add_working_days(day, period.count, calendar)
    return calendar.next_working_day(unrounded(day, period))


def before_period(
    day: dt.date, period: Period, calendar: TenantCalendar, *, sending_day_counts: bool = False
) -> dt.date:
    """The last day of a notice counted backward from `day`; on a day off it moves earlier."""
    if period.unit is Unit.WORKING_DAYS:
        return working_days_before(day, period.count, calendar, sending_day_counts=sending_day_counts)
    return calendar.previous_working_day(unrounded(day, period, -1))


def instant_after(start: dt.datetime, period: Period, calendar: TenantCalendar) -> dt.datetime:
    """The first instant that is too late for `period` from `start`. Hours run by the clock, night and day."""
    if period.unit is Unit.HOURS:
        return start + dt.timedelta(hours=period.count)
    return end_of_day(add_period(start.astimezone(COPENHAGEN).date(), period, calendar))


def half_year_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the half-year that `day` belongs to."""
    first_half = day.month <= 6
    start = dt.date(day.year, 1 if first_half else 7, 1)
    return start, dt.date(day.year, 6, 30) if first_half else dt.date(day.year, 12, 31)
