"""Days, working days and deadlines in Danish local time. Time is always an argument.

Non-working days are Saturdays, Sundays, Danish holidays, 5 June, 24 and 31 December, and 1 May where the tenant
says so. A deadline counted forward that ends on one moves to the next working day; a notice period counted
backward moves to an earlier one. Instants are UTC, everything is reckoned in Europe/Copenhagen.
"""

from services.core.calendar.instants import (
    COPENHAGEN,
    age_on,
    birthday,
    end_of_day,
    local_day,
    local_instant,
    midnight_of_birthday,
)
from services.core.calendar.periods import (
    add_months,
    add_period,
    before_period,
    half_year_of,
    instant_after,
)
from services.core.calendar.working_days import (
    TenantCalendar,
    add_working_days,
    calendar_of,
    working_days_before,
)

__all__ = [
    "COPENHAGEN",
    "TenantCalendar",
    "add_months",
    "add_period",
    "add_working_days",
    "age_on",
    "before_period",
    "birthday",
    "calendar_of",
    "end_of_day",
    "half_year_of",
    "instant_after",
    "local_day",
    "local_instant",
    "midnight_of_birthday",
    "working_days_before",
]
