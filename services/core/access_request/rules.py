"""By when a request must be answered, and what an answer must say. Pure.

GDPR art. 12(3): within one month; by two further months where that is needed, told with the reasons within the first. Art.
12(4): a refusal says why, and that one can complain. Days off at the end: regulation 1182/71 art. 3(4).
"""

from datetime import datetime, time, timedelta
from typing import Final

from services.core.calendar import TenantCalendar, add_months, end_of_day, local_day, local_instant
from services.core.errors import ErrorCode, UserError, invalid

KINDS: Final = ("access", "rectification")
OPEN: Final = frozenset({"asked", "extended"})
_MORNING: Final = time(8)
MONTHS: Final = 1
MONTHS_EXTENDED: Final = 3
LEGAL_BASIS: Final = "Databeskyttelsesforordningen artikel 12, stk. 3"


def due_at(asked_at: datetime, months: int, calendar: TenantCalendar) -> datetime:
    """The first instant (UTC) that is too late, reckoned in Copenhagen days; never ends on a day off."""
    return end_of_day(calendar.next_working_day(add_months(local_day(asked_at), months)))


def remind_at(due: datetime, now: datetime) -> datetime:
    """When who answers is reminded next: a week before the last day and on the day before it, then on the first day that is
    too late and each week from there; in the morning, by the clock on the wall. UTC.
    """
    late = local_day(due)
    days = (late - timedelta(days=8), late - timedelta(days=2), late)
    ahead = [at for day in days if (at := local_instant(day, _MORNING)) > now]
    if ahead:
        return ahead[0]
    weeks = (local_day(now) - late).days // 7 + 1
    return local_instant(late + weeks * timedelta(weeks=1), _MORNING)


def require_extendable(state: str, due: datetime, now: datetime) -> None:
    """RULE_BLOCKED but for one that waits, was not extended before, and whose first month is not over."""
    if state != "asked" or now >= due:
        raise UserError(ErrorCode.RULE_BLOCKED, "access_request.not_extendable", legal_basis=LEGAL_BASIS)


def require_open(state: str) -> None:
    """RULE_BLOCKED for what has been answered."""
    if state not in OPEN:
        raise UserError(ErrorCode.RULE_BLOCKED, "access_request.settled")


def said(words: str, field: str) -> str:
    """What somebody must say; INVALID_INPUT for nothing."""
    trimmed = words.strip()
    if not trimmed:
        raise invalid("access_request.say", "input", field)
    return trimmed
