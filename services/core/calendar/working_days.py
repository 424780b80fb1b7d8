"""Which days are working days, and counting them both ways."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import holidays
from holidays.constants import OPTIONAL, PUBLIC

from services.core.tenancy.model import Model

_ONE_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_FIRST_OF_MAY = (5, 1)


@lru_cache(maxsize=256)
def _days_off(year: int) -> frozenset[dt.date]:
    """Danish holidays of a year with the optional ones: 1 May, 5 June, 24 and 31 December."""
    return frozenset(holidays.country_holidays("DK", years=year, categories=(PUBLIC, OPTIONAL), expand=False))


@dataclass(frozen=True)
class TenantCalendar:
    """The tenant's working days; whether 1 May is one is the municipality's own decision."""

    first_of_may_off: bool = False

    def is_working_day(self, day: dt.date) -> bool:
        """True on a day that counts."""
        if day.weekday() >= _SATURDAY:
            return False
        if (day.month, day.day) == _FIRST_OF_MAY and not self.first_of_may_off:
            # Only the municipality's choice makes 1 May a day off, unless a holiday proper falls on it.
            return day not in _ascensions(day.year)
        return day not in _days_off(day.year)

    def next_working_day(self, day: dt.date) -> dt.date:
        """`day` itself if it is a working day, otherwise the first one after it."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def previous_working_day(self, day: dt.date) -> dt.date:
        """`day` itself if it is a working day, otherwise the last one before it."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day


@lru_cache(maxsize=256)
def _ascensions(year: int) -> frozenset[dt.date]:
    """1 May of a year in which a public holiday (Ascension Day) falls on it; otherwise nothing."""
    public = holidays.country_holidays("DK", years=year, categories=(PUBLIC,), expand=False)
    return frozenset(day for day in public if (day.month, day.day) == _FIRST_OF_MAY)


def calendar_of(model: Model) -> TenantCalendar:
    """The calendar that the tenant's model asks for."""
    return TenantCalendar(first_of_may_off=model.tenant.calendar.first_of_may_off)


def add_working_days(day: dt.date, count: int, calendar: TenantCalendar) -> dt.date:
    """The `count`-th working day after `day`; `day` itself is not counted. With 0: `day`, rounded forward."""
    day = day if count else calendar.next_working_day(day)
    for _ in range(count):
        day = calendar.next_working_day(day + _ONE_DAY)
    return day


def working_days_before(
    day: dt.date, count: int, calendar: TenantCalendar, *, sending_day_counts: bool = False
) -> dt.date:
    """The last day on which something can be sent for it to be `count` working days before `day`.

    `sending_day_counts`: the day of sending is one of the days counted, so before a Monday five working days is
    the Monday before; otherwise all of them lie between the two, and it is the Friday before that. `day` itself
    never counts.
    """
    back = count if sending_day_counts else count + 1
    for _ in range(back):
        day = calendar.previous_working_day(day - _ONE_DAY)
    return day
