"""What a calendar file tells: times alone, right in the weeks in which the clock changes; what is no calendar is refused."""

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.core.calendar import TenantCalendar, local_day
from services.core.calendar.instants import COPENHAGEN
from services.core.errors import UserError
from services.core.scheduling.isolated import busy_times
from services.core.scheduling.reading import MOST_BYTES, UnreadableCalendarError, busy_in
from services.core.scheduling.rules import HORIZON, Interval, may_propose, merged, moments, slots

NOW = datetime(2026, 10, 20, 6, tzinfo=UTC)


def calendar(*entries: str, kind: str = "VEVENT") -> bytes:
    parts = "".join(
        f"BEGIN:{kind}\r\nUID:{number}\r\nDTSTAMP:20260101T000000Z\r\n{one}\r\nEND:{kind}\r\n"
        for number, one in enumerate(entries)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{parts}END:VCALENDAR\r\n".encode()


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    """By the clock on the wall in Copenhagen, autumn 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=COPENHAGEN).astimezone(UTC)


WEEKLY = "DTSTART;TZID=Europe/Copenhagen:20261019T090000\r\nDTEND;TZID=Europe/Copenhagen:20261019T100000\r\nRRULE:FREQ=WEEKLY"


def test_nine_o_clock_is_nine_o_clock_on_both_sides_of_a_clock_change() -> None:
    found = [one.starts_at for one in busy_in(calendar(WEEKLY), NOW)]
    assert found[:2] == [at(26, 9), at(2, 9, month=11)]
    assert found[0] - at(19, 9) == timedelta(days=7, hours=1), "the clock was set back on the 25th"
    assert {one.astimezone(COPENHAGEN).hour for one in found} == {9}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        # A whole day is a local one: the 25th has 25 hours.
        ("DTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261026", [(at(25, 0), at(26, 0))]),
        ("DTSTART;VALUE=DATE:20261028", [(at(28, 0), at(29, 0))]),
        # A clock without a zone is ours; one with another zone is the same instant.
        ("DTSTART:20261021T090000\r\nDURATION:PT45M", [(at(21, 9), at(21, 9, 45))]),
        ("DTSTART;TZID=America/New_York:20261021T030000\r\nDURATION:PT1H", [(at(21, 9), at(21, 10))]),
        ("DTSTART:20261021T070000Z\r\nDTEND:20261021T080000Z", [(at(21, 9), at(21, 10))]),
        # Shown as free, or not held.
        ("DTSTART:20261021T070000Z\r\nDURATION:PT1H\r\nTRANSP:TRANSPARENT", []),
        ("DTSTART:20261021T070000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED", []),
        ("DTSTART:20261021T070000Z\r\nDURATION:PT1H\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
        # Over, or beyond half a year; what has begun counts from now.
        ("DTSTART:20261019T070000Z\r\nDURATION:PT1H", []),
        ("DTSTART:20280101T070000Z\r\nDURATION:PT1H", []),
        ("DTSTART:20261020T050000Z\r\nDURATION:PT2H", [(NOW, at(20, 9))]),
    ],
)
def test_an_entry(entry: str, expected: list[tuple[datetime, datetime]]) -> None:
    found = busy_in(calendar(f"{entry}\r\nSUMMARY:Hemmeligt\r\nLOCATION:Et sted"), NOW)
    assert [(one.starts_at, one.ends_at) for one in found] == expected


def test_free_and_busy_as_such_and_an_exception_of_a_series() -> None:
    told = calendar(
        "FREEBUSY:20261022T080000Z/PT1H\r\nFREEBUSY;FBTYPE=FREE:20261023T080000Z/PT1H", kind="VFREEBUSY"
    )
    assert busy_in(told, NOW) == (Interval(at(22, 10), at(22, 11)),)
    series = calendar(WEEKLY + ";COUNT=3\r\nEXDATE;TZID=Europe/Copenhagen:20261026T090000")
    assert [one.starts_at for one in busy_in(series, NOW)] == [at(2, 9, month=11)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unreadable"),
        (b"%PDF-1.7", "unreadable"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "unreadable"),
        (b"x" * (MOST_BYTES + 1), "too_large"),
        (calendar("DTSTART:20261021T070000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY"), "too_often"),
        (calendar("DTSTART:20261021T070000Z\r\nRRULE:FREQ=DAILY;BYMINUTE=0,1,2"), "too_often"),
        (calendar(*["DTSTART:20261021T070000Z"] * 4001), "too_many"),
        (calendar("DTSTART:99999999T000000"), "unreadable"),
    ],
)
def test_what_is_no_calendar_or_too_much_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableCalendarError) as raised:
        busy_in(content, NOW)
    assert raised.value.args == (code,)


async def test_a_bomb_ends_with_the_process_that_reads_it() -> None:
    # The 30th of February never comes: each of these is looked for until the year 9999.
    bomb = calendar(*["DTSTART:20261021T070000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"] * 200)
    with pytest.raises(UserError) as raised:
        await busy_times(bomb, NOW, seconds=2)
    assert raised.value.message_key == "scheduling.calendar_too_often"
    assert await busy_times(calendar(WEEKLY + ";COUNT=2"), NOW) == (Interval(at(26, 9), at(26, 10)),)


MOMENTS = st.datetimes(NOW.replace(tzinfo=None), (NOW + HORIZON).replace(tzinfo=None), timezones=st.just(UTC))
SPANS = st.tuples(MOMENTS, st.integers(1, 2000)).map(
    lambda one: Interval(one[0], one[0] + timedelta(minutes=one[1]))
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SPANS, max_size=12), MOMENTS)
def test_merging_loses_no_busy_instant_and_makes_none(spans: list[Interval], instant: datetime) -> None:
    kept = merged(spans, NOW, NOW + HORIZON)
    inside = NOW <= instant < NOW + HORIZON
    was = inside and any(one.starts_at <= instant < one.ends_at for one in spans)
    assert any(one.starts_at <= instant < one.ends_at for one in kept) == was
    assert all(one.ends_at < other.starts_at for one, other in pairwise(kept))


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.integers(15, 400), st.integers(1, 14))
def test_every_moment_is_within_working_hours_also_when_the_clock_changes(
    first: date, minutes: int, days: int
) -> None:
    towns = TenantCalendar()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for one in moments(first, first + timedelta(days=days), minutes, towns, now):
        begins, ends = one.astimezone(COPENHAGEN), (one + timedelta(minutes=minutes)).astimezone(COPENHAGEN)
        assert towns.is_working_day(begins.date())
        assert begins.hour >= 8
        assert begins.minute in (0, 30)
        assert (ends.hour, ends.minute) <= (16, 0)


def test_the_best_times_are_those_that_can_be_met_then_those_most_can_come_to() -> None:
    starts = moments(date(2026, 10, 26), date(2026, 10, 28), 60, TenantCalendar(), NOW)
    late = {date(2026, 10, 26): False}
    busy = {"a": [n for n, one in enumerate(starts) if local_day(one) == date(2026, 10, 27)], "b": [0, 1]}
    found = slots(starts, 60, busy, late, 5)
    assert [(local_day(one.starts_at).day, len(one.busy), one.in_time) for one in found] == [
        (27, 1, True), (27, 1, True), (28, 0, True), (28, 0, True), (26, 0, False)
    ]  # fmt: skip
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(found[:4]))


def test_twenty_people_and_six_weeks_take_no_time() -> None:
    starts = moments(date(2026, 10, 26), date(2026, 12, 6), 60, TenantCalendar(), NOW)
    busy = {str(number): list(range(number % 3, len(starts), 3)) for number in range(20)}
    begun = time.perf_counter()
    assert len(slots(starts, 60, busy, {}, 8)) == 8
    assert time.perf_counter() - begun < 0.5


def test_which_times_can_be_proposed() -> None:
    meeting, ends = NOW + timedelta(days=20), NOW + timedelta(days=5)
    times = [NOW + timedelta(days=day) for day in (10, 11)]
    assert may_propose(times, ends, meeting, NOW) == ""
    assert may_propose(times[:1] * 2, ends, meeting, NOW) == "scheduling.number_of_times"
    assert may_propose([*times, NOW], ends, meeting, NOW) == "meeting.in_the_past"
    assert may_propose(times, NOW, meeting, NOW) == "scheduling.answer_by_past"
    assert may_propose(times, times[0] + timedelta(seconds=1), meeting, NOW) == "scheduling.answer_by_late"
    assert may_propose(times, times[0], meeting, NOW) == "", (
        "the boundary: answered by the instant at which it begins"
    )
    assert may_propose(times, ends, ends - timedelta(days=1), NOW) == "scheduling.answer_after_meeting"
