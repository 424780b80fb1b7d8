"""Working days, periods and local time: examples by hand, and what holds on every day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.core.calendar import (
    COPENHAGEN,
    TenantCalendar,
    add_months,
    add_period,
    add_working_days,
    age_on,
    before_period,
    birthday,
    end_of_day,
    half_year_of,
    instant_after,
    local_day,
    local_instant,
    midnight_of_birthday,
    working_days_before,
)
from services.core.tenancy.language import Period, Unit

CALENDAR = TenantCalendar()
days = st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31))
counts = st.integers(1, 30)
ONE_DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (dt.date(2026, 11, 20), True),
        (dt.date(2026, 11, 21), False),
        (dt.date(2026, 11, 22), False),
        (dt.date(2026, 4, 2), False),  # Maundy Thursday
        (dt.date(2026, 4, 6), False),  # Easter Monday
        (dt.date(2024, 4, 26), True),  # Store Bededag is none from 2024
        (dt.date(2023, 5, 5), False),  # and was one before
        (dt.date(2026, 5, 14), False),  # Ascension Day
        (dt.date(2026, 5, 15), True),
        (dt.date(2026, 6, 5), False),
        (dt.date(2026, 12, 23), True),
        (dt.date(2026, 12, 24), False),
        (dt.date(2026, 12, 25), False),
        (dt.date(2026, 12, 30), True),
        (dt.date(2026, 12, 31), False),
        (dt.date(2027, 1, 1), False),
    ],
)
def test_the_days_that_count(day: dt.date, working: bool) -> None:
    assert CALENDAR.is_working_day(day) is working


def test_the_first_of_may_is_the_municipalitys_own_decision() -> None:
    friday = dt.date(2026, 5, 1)
    assert TenantCalendar(first_of_may_off=False).is_working_day(friday)
    assert not TenantCalendar(first_of_may_off=True).is_working_day(friday)


def test_ascension_day_on_the_first_of_may_is_off_whatever_they_decide() -> None:
    assert not TenantCalendar(first_of_may_off=False).is_working_day(dt.date(2008, 5, 1))


def test_five_working_days_before_a_monday() -> None:
    monday = dt.date(2026, 12, 7)
    assert working_days_before(monday, 5, CALENDAR, sending_day_counts=True) == dt.date(2026, 11, 30)
    assert working_days_before(monday, 5, CALENDAR) == dt.date(2026, 11, 27)


def test_a_deadline_forward_moves_later_and_a_notice_moves_earlier() -> None:
    month = Period(1, Unit.MONTHS)
    assert add_period(dt.date(2026, 11, 25), month, CALENDAR) == dt.date(2026, 12, 28)
    assert before_period(dt.date(2027, 1, 25), month, CALENDAR) == dt.date(2026, 12, 23)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2027, 8, 31), 6, dt.date(2028, 2, 29)),
        (dt.date(2026, 12, 31), 1, dt.date(2027, 1, 31)),
        (dt.date(2028, 2, 29), 12, dt.date(2029, 2, 28)),
        (dt.date(2026, 1, 15), -1, dt.date(2025, 12, 15)),
    ],
)
def test_months_end_on_the_months_last_day(day: dt.date, months: int, expected: dt.date) -> None:
    assert add_months(day, months) == expected


def test_nine_in_the_morning_is_nine_on_both_sides_of_the_clock_change() -> None:
    nine = dt.time(9)
    assert local_instant(dt.date(2026, 10, 24), nine).hour == 7
    assert local_instant(dt.date(2026, 10, 25), nine).hour == 8
    assert local_instant(dt.date(2027, 3, 27), nine).hour == 8
    assert local_instant(dt.date(2027, 3, 28), nine).hour == 7


def test_hours_run_by_the_clock_through_the_night_of_the_change() -> None:
    start = local_instant(dt.date(2026, 10, 24), dt.time(20))
    assert instant_after(start, Period(24, Unit.HOURS), CALENDAR) - start == dt.timedelta(hours=24)


def test_a_day_ends_at_local_midnight() -> None:
    assert end_of_day(dt.date(2026, 11, 30)) == dt.datetime(2026, 11, 30, 23, 0, tzinfo=dt.UTC)
    assert end_of_day(dt.date(2026, 7, 1)) == dt.datetime(2026, 7, 1, 22, 0, tzinfo=dt.UTC)


def test_one_comes_of_age_at_midnight_in_copenhagen() -> None:
    born = dt.date(2008, 11, 23)
    instant = midnight_of_birthday(born, 18)
    assert instant == dt.datetime(2026, 11, 22, 23, 0, tzinfo=dt.UTC)
    assert age_on(born, local_day(instant - dt.timedelta(microseconds=1))) == 17
    assert age_on(born, local_day(instant)) == 18


def test_age_before_birth_and_born_on_a_leap_day() -> None:
    assert age_on(dt.date(2027, 1, 1), dt.date(2026, 12, 31)) is None
    assert age_on(dt.date(2027, 1, 1), dt.date(2027, 1, 1)) == 0
    leap = dt.date(2008, 2, 29)
    assert birthday(leap, 18) == dt.date(2026, 3, 1)
    assert (age_on(leap, dt.date(2026, 2, 28)), age_on(leap, dt.date(2026, 3, 1))) == (17, 18)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        local_day(dt.datetime(2026, 1, 1))  # noqa: DTZ001


@given(days, counts)
def test_counting_forward_and_back_are_inverse_on_working_days(day: dt.date, count: int) -> None:
    start = CALENDAR.next_working_day(day)
    there = add_working_days(start, count, CALENDAR)
    assert working_days_before(there, count, CALENDAR, sending_day_counts=True) == start


@given(days, counts, st.booleans())
def test_exactly_so_many_working_days_lie_between(day: dt.date, count: int, counts_too: bool) -> None:
    sent = working_days_before(day, count, CALENDAR, sending_day_counts=counts_too)
    first = sent if counts_too else sent + ONE_DAY
    between = [first + ONE_DAY * step for step in range((day - first).days)]
    assert sum(map(CALENDAR.is_working_day, between)) == count
    assert CALENDAR.is_working_day(sent)


@given(days, st.integers(0, 24), st.sampled_from([Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HALF_YEARS]))
def test_rounding_never_shortens_a_deadline_nor_a_notice(day: dt.date, count: int, unit: Unit) -> None:
    period = Period(count, unit)
    due, notice = add_period(day, period, CALENDAR), before_period(day, period, CALENDAR)
    assert notice <= day <= due
    assert CALENDAR.is_working_day(due)
    assert CALENDAR.is_working_day(notice)
    assert add_period(day, Period(count + 1, unit), CALENDAR) >= due


@given(days, st.integers(-48, 48))
def test_months_keep_the_day_or_end_the_month(day: dt.date, count: int) -> None:
    moved = add_months(day, count)
    assert moved.day == day.day or (moved.day < day.day and (moved + ONE_DAY).day == 1)
    assert (moved.year - day.year) * 12 + moved.month - day.month == count


@given(days, st.times().filter(lambda time: not 2 <= time.hour < 3))
def test_local_time_comes_back_as_it_was_meant(day: dt.date, time: dt.time) -> None:
    back = local_instant(day, time).astimezone(COPENHAGEN)
    assert (back.date(), back.time()) == (day, time)


@given(days)
def test_a_day_lasts_until_its_end(day: dt.date) -> None:
    end = end_of_day(day)
    assert local_day(end - dt.timedelta(microseconds=1)) == day
    assert local_day(end) == day + ONE_DAY


@given(days)
def test_every_day_is_in_its_half_year(day: dt.date) -> None:
    first, last = half_year_of(day)
    assert first <= day <= last
    assert add_months(first, 6) == last + ONE_DAY
