"""The model's periods against a calendar of somebody else's: ``dateutil`` for months and years, ``holidays`` for days off."""

import datetime as dt
from pathlib import Path

import holidays
import pytest
from dateutil.relativedelta import relativedelta
from dateutil.tz import gettz
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.calendar import (
    TenantCalendar,
    add_period,
    before_period,
    end_of_day,
    instant_after,
    local_instant,
)
from services.core.deadline.silence import awaited
from services.core.meeting.next_meeting import proposed_times
from services.core.series.rules import fixed_ahead
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.loader import load_model
from services.core.tenancy.silence import UNLESS_SAID
from tests.rules.cases import model_of

# How long one example takes says more of the machine's other work than of the rule.
settings.register_profile("clocks", deadline=None, max_examples=60)
settings.load_profile("clocks")
COPENHAGEN = gettz("Europe/Copenhagen")
CALENDAR = TenantCalendar(False)
DANISH = holidays.country_holidays("DK", years=range(2024, 2046))
OFF_BESIDES = {(6, 5), (12, 24), (12, 31)}
# Until 2036: dateutil knows no change of the clock after 2037.
days = st.dates(dt.date(2024, 1, 1), dt.date(2036, 12, 31))
times = st.integers(0, 23).map(dt.time)
UNITS = {
    Unit.MONTHS: {"months": 1},
    Unit.HALF_YEARS: {"months": 6},
    Unit.YEARS: {"years": 1},
    Unit.WEEKS: {"weeks": 1},
}


FJORDBY = load_model(Path(__file__).parents[1] / "municipalities" / "fjordby")


def works(day: dt.date) -> bool:
    return day.weekday() < 5 and day not in DANISH and (day.month, day.day) not in OFF_BESIDES


def rounded(day: dt.date, step: int) -> dt.date:
    while not works(day):
        day += dt.timedelta(days=step)
    return day


@given(days, st.integers(1, 12), st.sampled_from(sorted(UNITS)), st.booleans())
def test_months_half_years_and_years_end_where_another_calendar_says(
    day: dt.date, count: int, unit: Unit, backward: bool
) -> None:
    """A deadline moves to the next working day, a notice to the one before; a month without the day ends on its last."""
    away = relativedelta(**{name: each * count for name, each in UNITS[unit].items()})
    if backward:
        assert before_period(day, Period(count, unit), CALENDAR) == rounded(day - away, -1)
    else:
        assert add_period(day, Period(count, unit), CALENDAR) == rounded(day + away, 1)


@given(days, st.integers(1, 40), st.booleans())
def test_working_days_are_those_that_another_calendar_counts(
    day: dt.date, count: int, backward: bool
) -> None:
    step = dt.timedelta(days=-1 if backward else 1)
    at, left = day, count
    while left:
        at += step
        left -= works(at)
    period = Period(count, Unit.WORKING_DAYS)
    if backward:
        assert before_period(day, period, CALENDAR, sending_day_counts=True) == at
    else:
        assert add_period(day, period, CALENDAR) == at


@given(days, times, st.integers(1, 72))
def test_hours_are_hours_of_the_clock_and_a_day_ends_at_midnight_on_the_wall(
    day: dt.date, time: dt.time, hours: int
) -> None:
    """Through both nights of a clock change: 24 hours from 12 are 11 or 13 by the wall, and a last day has 23 or 25."""
    at = dt.datetime.combine(day, time, dt.UTC)
    assert instant_after(at, Period(hours, Unit.HOURS), CALENDAR).timestamp() == at.timestamp() + hours * 3600
    midnight = end_of_day(day).astimezone(COPENHAGEN)
    assert (midnight.date(), midnight.time()) == (
        day + dt.timedelta(days=1),
        dt.time(0),
    )


@pytest.mark.parametrize(
    ("day", "period", "last"),
    [
        (dt.date(2026, 8, 31), Period(6, Unit.MONTHS), dt.date(2027, 3, 1)),  # 28 February is a Sunday
        (dt.date(2027, 8, 31), Period(6, Unit.MONTHS), dt.date(2028, 2, 29)),  # and there is one day more
        (dt.date(2028, 2, 29), Period(1, Unit.YEARS), dt.date(2029, 2, 28)),
        (dt.date(2028, 2, 29), Period(1, Unit.HALF_YEARS), dt.date(2028, 8, 29)),
        (
            dt.date(2026, 8, 31),
            Period(4, Unit.MONTHS),
            dt.date(2027, 1, 4),
        ),  # New Year's Eve, New Year, a weekend
        (dt.date(2026, 12, 17), Period(6, Unit.WORKING_DAYS), dt.date(2026, 12, 29)),  # Christmas in between
        (
            dt.date(2027, 3, 23),
            Period(6, Unit.WORKING_DAYS),
            dt.date(2027, 4, 5),
        ),  # Easter, and the clock changes
    ],
)
def test_the_ends_of_months_and_years_by_hand(day: dt.date, period: Period, last: dt.date) -> None:
    assert add_period(day, period, CALENDAR) == last


@pytest.mark.parametrize("tenant", ["randers", "slagelse", "ringsted"])
@given(meeting=days, asked=st.integers(-60, -1))
def test_who_is_invited_is_asked_again_before_the_silence_is_taken_up_and_both_before_the_meeting(
    tenant: str, meeting: dt.date, asked: int
) -> None:
    now = local_instant(meeting + dt.timedelta(days=asked), dt.time(12))
    due = awaited(model_of(tenant), "invitation", meeting, now)
    if due is None:  # called so late that no working day lies between
        assert not any(works(meeting - dt.timedelta(days=back)) for back in range(1, -asked))
        return
    hour = model_of(tenant).tenant.calendar.reminder_time
    assert now < due.due_at < local_instant(meeting, dt.time(0))
    assert all(now < at < due.due_at for at in due.remind_at)
    assert {at.astimezone(COPENHAGEN).time() for at in (*due.remind_at, due.due_at)} == {hour}
    assert all(works(at.astimezone(COPENHAGEN).date()) for at in (*due.remind_at, due.due_at))


@given(asked=days)
def test_every_other_silence_is_counted_forward(asked: dt.date) -> None:
    randers = model_of("randers")
    for rule in UNLESS_SAID:
        if rule.of != "invitation":
            due = awaited(randers, rule.of, asked, local_instant(asked, dt.time(12)))
            assert due is not None
            assert due.due_at.astimezone(COPENHAGEN).date() == add_period(asked, rule.task, CALENDAR)
            assert all(at < due.due_at for at in due.remind_at)


def _every_month(first: dt.date, count: int) -> list[dt.date]:
    return [rounded(first + relativedelta(months=step), 1) for step in range(count)]


def test_SL_01_fixed_times_run_out_two_months_before_the_last_and_are_asked_for_on_that_day() -> None:
    meeting = model_of("slagelse").meeting("konsultativt_moede_anonymt")
    standing = _every_month(dt.date(2026, 9, 1), 6)
    last = standing[-1]
    enough = fixed_ahead(meeting, "school", standing, last - relativedelta(months=2))
    assert enough.enough
    assert enough.ask_on == last - relativedelta(months=2) + dt.timedelta(days=1)
    assert not fixed_ahead(meeting, "school", standing, enough.ask_on).enough
    assert not fixed_ahead(meeting, "school", [], last).enough


def test_a_number_a_year_is_the_whole_year_s_from_when_it_is_asked_for_across_the_turn_of_the_year() -> None:
    meeting = FJORDBY.meeting("sparring")
    assert any(one.at_least == 6 for one in meeting.rhythm.yearly), "six a year in a day care"
    this_year = [rounded(dt.date(2026, month, 10), 1) for month in (1, 3, 5, 8, 10, 12)]
    next_year = [rounded(dt.date(2027, month, 10), 1) for month in (1, 3, 5, 8, 10, 12)]
    before, on = dt.date(2026, 10, 31), dt.date(2026, 11, 1)
    one_ahead = [*this_year, next_year[0], next_year[5]]
    assert fixed_ahead(meeting, "day_care", one_ahead, before).ask_on == on
    assert not fixed_ahead(meeting, "day_care", one_ahead, on).enough
    assert fixed_ahead(meeting, "day_care", [*this_year, *next_year], on).enough
    assert fixed_ahead(meeting, "day_care", next_year[:1] + next_year[2:], dt.date(2027, 2, 1)).enough, (
        "on its way"
    )


@given(met=days, hour=st.integers(8, 15), count=st.integers(1, 8))
def test_RI_23_the_next_meeting_is_proposed_on_a_working_day_as_late_as_the_model_lets_it(
    met: dt.date, hour: int, count: int
) -> None:
    ringsted = model_of("ringsted")
    meeting = ringsted.meeting("bfm_opfoelgning")
    last = local_instant(rounded(met, 1), dt.time(hour))
    by = add_period(last.astimezone(COPENHAGEN).date(), Period(count, Unit.MONTHS), CALENDAR)
    found = proposed_times(ringsted, meeting, last, by, (), last)
    assert found
    for at in found:
        local = at.astimezone(COPENHAGEN)
        assert works(local.date())
        assert last.astimezone(COPENHAGEN).date() + dt.timedelta(days=7) <= local.date() <= by
        assert local.time() == last.astimezone(COPENHAGEN).time()
    assert list(found) == sorted(found, reverse=True)


def test_a_type_with_fixed_times_takes_those_that_stand_and_without_a_day_nothing_is_proposed() -> None:
    slagelse = model_of("slagelse")
    meeting = slagelse.meeting("konsultativt_moede_konkret")
    last = local_instant(dt.date(2026, 9, 1), dt.time(10))
    fixed = [local_instant(day, dt.time(9)) for day in _every_month(dt.date(2026, 9, 3), 8)]
    assert proposed_times(slagelse, meeting, last, dt.date(2026, 12, 31), fixed, last) == (
        fixed[3],
        fixed[2],
        fixed[1],
    )
    assert proposed_times(slagelse, meeting, last, None, fixed, last) == ()
    assert proposed_times(slagelse, meeting, last, dt.date(2026, 9, 5), fixed, last) == ()
