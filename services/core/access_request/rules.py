"""By when a request must be answered, and what an answer must say. Pure.

GDPR art. 12(3): within one month; by two further months where that is needed, told with the reasons within the first. Art.
12(4): a refusal says why, and that one can complain. Days off at the end: regulation 1182/71 art. 3(4).
"""

from datetime import datetime
from typing import Final

from services.core.calendar import TenantCalendar, add_months, end_of_day, local_day
from services.core.errors import ErrorCode, UserError, invalid

KINDS: Final = ("access", "rectification")
OPEN: Final = frozenset({"asked", "extended"})
MONTHS: Final = 1
MONTHS_EXTENDED: Final = 3
LEGAL_BASIS: Final = "Databeskyttelsesforordningen artikel 12, stk. 3"


def due_at(asked_at: datetime, months: int, calendar: TenantCalendar) -> datetime:
    """The first instant (UTC) that is too late, reckoned in Copenhagen days; never ends on a day off."""
    return end_of_day(calendar.next_working_day(add_months(local_day(asked_at), months)))


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
