"""What somebody may choose, and when a reminder goes. Pure: what is known of the person and the choice in, the answer out."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from services.core.calendar.instants import age_on, local_day, local_instant
from services.core.contact.addresses import for_sms
from services.core.errors import ErrorCode, UserError, invalid
from services.core.person.post_number import own_post_basis, own_post_from_age

MOST_DAYS: Final = 14
"""The longest that anybody can be reminded ahead, in days."""


class Way(StrEnum):
    """A way out of the system that somebody can choose. The inbox is none: it is always there."""

    MAIL = "mail"
    SMS = "sms"
    DIGITAL_POST = "digital_post"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """Where a person can be reached, as far as is known. ``adult``: a grown-up of a family, whatever birth date is known.

    ``has_cpr``: whether a number is kept that Digital Post can be sent to.
    """

    staff: bool
    email: str
    telephone: str
    has_cpr: bool
    adult: bool
    born_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How somebody wants to be told. Quiet hours are times by the clock on the wall in Copenhagen, both or neither.

    ``remind_days`` None: as the municipality does.
    """

    ways: tuple[Way, ...]
    quiet_from: time | None = None
    quiet_until: time | None = None
    remind_days: int | None = None
    language: str


def why_not(way: Way, reached: Reached, now: datetime) -> UserError | None:
    """Why a way does not lead to somebody at ``now`` (business time); None where it does, as far as can be known."""
    match way:
        case Way.MAIL if not reached.email:
            return invalid("contact.mail_needs_address", "input", "channels")
        case Way.SMS if not for_sms(reached.telephone):
            return invalid(_no_sms(reached), "input", "channels")
        case Way.DIGITAL_POST:
            return _why_no_digital_post(reached, local_day(now))
        case _:
            return None


def _no_sms(reached: Reached) -> str:
    if reached.staff:
        return "contact.sms_not_at_work"
    return "contact.sms_needs_other" if reached.telephone else "contact.sms_needs_telephone"


def _why_no_digital_post(reached: Reached, today: date) -> UserError | None:
    if reached.staff:
        return invalid("contact.post_for_families", "input", "channels")
    from_age = own_post_from_age()
    age = age_on(reached.born_on, today) if reached.born_on else None
    if not reached.adult and (age is None or age < from_age):
        return UserError(
            ErrorCode.RULE_BLOCKED,
            "contact.post_from_age",
            params={"age": from_age},
            field=("input", "channels"),
            rule_id="digital_post/own_post",
            legal_basis=own_post_basis().da,
        )
    return None if reached.has_cpr else invalid("contact.post_needs_cpr", "input", "channels")


def check(
    choice: Choice, before: tuple[Way, ...], offered: tuple[Way, ...], reached: Reached, now: datetime
) -> None:
    """Let a choice pass that can be kept; raise INVALID_INPUT (for an age RULE_BLOCKED) at the field that can't.

    ``before``: what was chosen until now. A way that leads nowhere by now is not refused to who keeps it: a message
    that it can't bring goes by another.
    """
    if not choice.ways:
        raise invalid("contact.one_at_least", "input", "channels")
    for way in choice.ways:
        if way in before:
            continue
        if way not in offered:
            raise invalid("contact.not_offered", "input", "channels")
        if (against := why_not(way, reached, now)) is not None:
            raise against
    check_hours(choice.quiet_from, choice.quiet_until)
    if choice.remind_days is not None and not 0 <= choice.remind_days <= MOST_DAYS:
        raise invalid("contact.days_ahead", "input", "remindDays", most=MOST_DAYS)


def check_hours(begin: time | None, end: time | None) -> None:
    """Quiet hours have a beginning and an end, and are not the whole day; INVALID_INPUT else."""
    if begin is None and end is None:
        return
    if begin is None:
        raise invalid("contact.quiet_needs_both", "input", "quietFrom")
    if end is None:
        raise invalid("contact.quiet_needs_both", "input", "quietUntil")
    if begin == end:
        raise invalid("contact.quiet_whole_day", "input", "quietUntil")


def reminders(starts_at: datetime, hour: time, usual: int, now: datetime) -> list[datetime | None]:
    """When a reminder of what begins at ``starts_at`` goes: first for who goes by the municipality's ``usual`` days, then
    for who wants it 0, 1 … ``MOST_DAYS`` days ahead. At ``hour`` by the clock on the wall, as UTC.

    None where that is over, or where nobody would read it before: on the same day of what begins earlier than ``hour``.
    What the municipality says falls back on the day before; what a person says falls back on the municipality.
    """
    day = local_day(starts_at)
    at = [local_instant(day - timedelta(days=ahead), hour) for ahead in range(MOST_DAYS + 1)]
    ahead = [one if now < one < starts_at else None for one in at]
    return [ahead[usual] or ahead[1], *ahead]
