"""Which types share a series, what is proposed for one, and what stands in the way of fixing or cancelling a time.

Values in, an answer with its reasons out. The model's own judgement is `meeting.holding`.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from services.core.calendar import calendar_of
from services.core.calendar.periods import unrounded
from services.core.meeting.holding import may_fix_series, yearly
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

FIXED = frozenset({"fixed_interval", "fixed_slots"})
"""Rhythms for which a place sets times ahead."""
_MONTHLY = Period(count=1, unit=Unit.MONTHS)
_PROPOSED = 6


def series_key(meeting: MeetingType) -> str:
    """What a series of the type is kept under: types of one kind stand in one series (SL-21)."""
    return meeting.kind_of or meeting.key


def types_of(model: Model, key: str) -> tuple[MeetingType, ...]:
    """The types whose meetings stand in this series."""
    return tuple(meeting for meeting in model.meetings if series_key(meeting) == key)


def series_name(model: Model, key: str, language: str) -> str:
    """What a series is called: its only type's name, or the beginning that its types' names share."""
    names = [meeting.name.in_language(language) for meeting in types_of(model, key)]
    shared = names[0] if names else key
    for one, other in pairwise(names):
        same = next(
            (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
        )
        shared = shared[:same] if len(shared) > same else shared
    return shared.rstrip(" ,;:-") or names[0]


def with_series(model: Model) -> tuple[MeetingType, ...]:
    """One type of each series that can be fixed; those whose rhythm asks for it come first."""
    first: dict[str, MeetingType] = {}
    for meeting in sorted(model.meetings, key=lambda one: one.rhythm.kind not in FIXED):
        first.setdefault(series_key(meeting), meeting)
    return tuple(first.values())


def proposed_days(model: Model, meeting: MeetingType, unit_kind: str, first: dt.date) -> tuple[dt.date, ...]:
    """Working days from ``first`` on at the model's interval, as many as a year asks for at the least."""
    number = yearly(meeting, unit_kind)
    count = number.at_least if number is not None else _PROPOSED
    every, calendar = meeting.rhythm.every or _MONTHLY, calendar_of(model)
    return tuple(
        calendar.next_working_day(
            unrounded(first, Period(count=every.count * step, unit=every.unit)) if step else first
        )
        for step in range(count)
    )


def day_after(meeting: MeetingType, last: dt.date) -> dt.date:
    """The local day on which the next of a series comes after ``last``, by the model's interval."""
    return unrounded(last, meeting.rhythm.every or _MONTHLY)


@dataclass(frozen=True)
class Ahead:
    """Whether enough times are fixed ahead; if so, the local day on which to ask again. Never again: a change of them asks."""

    enough: bool
    ask_on: dt.date | None = None


def fixed_ahead(meeting: MeetingType, unit_kind: str, days: Iterable[dt.date], today: dt.date) -> Ahead:
    """Whether the local ``days`` that are fixed reach as far as the type's rhythm needs.

    They run out when none is left after the model's ``fix_before``. Of a number a year the year that begins within it has
    its whole number, too: a year on its way has what is left of it.
    """
    rule = meeting.rhythm
    if rule.kind not in FIXED:
        return Ahead(True)
    until, standing = unrounded(today, rule.fix_before), sorted(days)
    if not standing or standing[-1] < until:
        return Ahead(False)
    ask_on = unrounded(standing[-1], rule.fix_before, -1) + dt.timedelta(days=1)
    number = yearly(meeting, unit_kind)
    if number is None:
        return Ahead(True, ask_on)
    if until.year > today.year and sum(day.year == until.year for day in standing) < number.at_least:
        return Ahead(False)
    turn = unrounded(dt.date(until.year + 1, 1, 1), rule.fix_before, -1)
    return Ahead(True, min(ask_on, turn))


def days_off(model: Model, days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    """Which of these days are no working days."""
    calendar = calendar_of(model)
    return tuple(day for day in days if not calendar.is_working_day(day))


def fix_needs(
    model: Model,
    type_key: str,
    unit_kind: str,
    standing: Sequence[dt.date],
    new: Sequence[dt.date],
    now: dt.datetime,
) -> tuple[tuple[str, ...], str]:
    """What stands in the way of adding ``new`` days to those that stand, and the rule behind it.

    Of a year that is on its way fewer can remain than a whole one takes: only its surplus is told.
    """
    decision = may_fix_series(model, type_key, unit_kind, [*standing, *new], now)
    begun = min((day.year for day in new), default=now.year) == now.year
    needs = tuple(code for code in decision.needs if not (code == "more" and begun))
    return needs, decision.reasons[0].rule if decision.reasons else ""
