"""How moments, days and numbers are written for people: Danish local time, in the reader's language."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")
_LOCALES: Final[Mapping[str, str]] = {"da": "da_DK", "en": "en_GB"}
_MOMENT: Final[Mapping[str, str]] = {
    "da": "EEEE 'den' d. MMMM y 'kl.' HH.mm",
    "en": "EEEE d MMMM y 'at' HH:mm",
    "ar": "EEEE d MMMM y، HH:mm",
}
_SHORT: Final[Mapping[str, str]] = {
    "da": "d. MMM y 'kl.' HH.mm",
    "en": "d MMM y, HH:mm",
    "ar": "d MMM y، HH:mm",
}
_CLOCK: Final[Mapping[str, str]] = {"da": "HH.mm", "en": "HH:mm"}


def parse_moment(value: str) -> datetime:
    """A GraphQL DateTime as an aware moment."""
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def local(value: str) -> datetime:
    """A GraphQL DateTime in Danish local time."""
    return parse_moment(value).astimezone(COPENHAGEN)


def from_local(day: date, clock: time) -> datetime:
    """A Danish wall-clock time as UTC. Raises ``ValueError`` for an hour that a clock change skips.

    Of an hour that comes twice the first one is meant.
    """
    moment = datetime.combine(day, clock, tzinfo=COPENHAGEN).astimezone(UTC)
    if moment.astimezone(COPENHAGEN).replace(tzinfo=None) != datetime.combine(day, clock):
        raise ValueError("this time is skipped when summer time begins")
    return moment


def filters(language: str) -> Mapping[str, Callable[[str], str]]:
    """The template filters that write dates in ``language``; each takes what GraphQL answered."""
    locale = _LOCALES.get(language, language)
    moment = _MOMENT.get(language, "EEEE d MMMM y HH:mm")
    short = _SHORT.get(language, "d MMM y HH:mm")
    clock = _CLOCK.get(language, "HH:mm")
    return {
        "moment": lambda value: format_datetime(local(value), moment, locale=locale),
        "short_moment": lambda value: format_datetime(local(value), short, locale=locale),
        "clock": lambda value: format_datetime(local(value), clock, locale=locale),
        "day": lambda value: format_date(_day(value), "long", locale=locale),
        "whole_day": lambda value: format_date(_day(value), "full", locale=locale),
        "month": lambda value: format_date(_day(value), "MMM yy", locale=locale),
        "latest": lambda value: _latest(value, short, locale),
        "local_date": lambda value: local(value).date().isoformat(),
        "local_time": lambda value: local(value).strftime("%H:%M"),
    }


def _latest(value: str, pattern: str, locale: str) -> str:
    """The last that is in time, of a first moment that is too late: at midnight it is the day before; of a day, itself."""
    whole_day = "d. MMM y" if locale == "da_DK" else "d MMM y"
    if "T" not in value:
        return format_date(date.fromisoformat(value), whole_day, locale=locale)
    first_too_late = local(value)
    if first_too_late.time() == time(0):
        return format_date(first_too_late.date() - timedelta(days=1), whole_day, locale=locale)
    return format_datetime(first_too_late, pattern, locale=locale)


def _day(value: str) -> date:
    return local(value).date() if "T" in value else date.fromisoformat(value)
