"""Between local days and UTC instants. Europe/Copenhagen, right on both sides of a clock change."""

import datetime as dt
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def local_day(now: dt.datetime) -> dt.date:
    """The day it is in Copenhagen at the aware instant `now`."""
    _aware(now)
    return now.astimezone(COPENHAGEN).date()


def local_instant(day: dt.date, time: dt.time) -> dt.datetime:
    """`time` by the clock on the wall on `day`, as UTC.

    A time that the spring change leaves out is the same distance after midnight as if the clock had not changed;
    one that the autumn change repeats is the first of the two.
    """
    return dt.datetime.combine(day, time, COPENHAGEN).astimezone(dt.UTC)


def end_of_day(day: dt.date) -> dt.datetime:
    """The first instant that is no longer `day`: midnight at the start of the next, as UTC."""
    return local_instant(day + dt.timedelta(days=1), dt.time(0))


def birthday(born: dt.date, age: int) -> dt.date:
    """The day on which one born on `born` becomes `age`; born on 29 February, 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)


def age_on(born: dt.date, day: dt.date) -> int | None:
    """Whole years on `day`; None before birth."""
    if day < born:
        return None
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def midnight_of_birthday(born: dt.date, age: int) -> dt.datetime:
    """The instant at which one becomes `age`: midnight in Copenhagen, as UTC."""
    return local_instant(birthday(born, age), dt.time(0))


def _aware(now: dt.datetime) -> None:
    if now.tzinfo is None:
        raise ValueError("an instant needs its zone")
