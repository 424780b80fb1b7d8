"""The authority's clocks across nights in which the clock changes and across holidays: hours run, working days count."""

import datetime as dt
from pathlib import Path

import pytest

from services.core.calendar import COPENHAGEN, local_instant
from services.core.deadline.service import deadlines_of_underretning
from services.core.problem.receipt import after_receipt
from services.core.problem.rules import process_due
from services.core.process.rules import clock, known_since, may_begin, may_conclude
from services.core.tenancy.facts import CaseFacts, EventFacts, LevelStep, ProblemFacts
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.builders.world import World

TENANTS = Path(__file__).parents[2] / "tenants"
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module", params=["randers", "ringsted", "slagelse"])
def model(request: pytest.FixtureRequest) -> Model:
    return load_model(TENANTS / str(request.param))


@pytest.fixture(scope="module")
def randers() -> Model:
    return load_model(TENANTS / "randers")


@pytest.mark.parametrize(
    ("received", "wall_clock"),
    [
        # Spring: an hour is missing, so 24 hours later it is an hour later by the wall.
        (dt.datetime(2027, 3, 27, 20, tzinfo=COPENHAGEN), dt.datetime(2027, 3, 28, 21, tzinfo=COPENHAGEN)),
        # Autumn: an hour comes twice, so 24 hours later it is an hour earlier.
        (dt.datetime(2026, 10, 24, 20, tzinfo=COPENHAGEN), dt.datetime(2026, 10, 25, 19, tzinfo=COPENHAGEN)),
        # Christmas Eve: nights and holidays count.
        (dt.datetime(2026, 12, 24, 23, tzinfo=COPENHAGEN), dt.datetime(2026, 12, 25, 23, tzinfo=COPENHAGEN)),
    ],
)
def test_RA_22_24_hours_run_by_the_clock_also_when_the_clock_changes(
    model: Model, received: dt.datetime, wall_clock: dt.datetime
) -> None:
    utc = received.astimezone(dt.UTC)
    found = {one.key: one.due_at for one in after_receipt(model, "underretning", utc)}
    assert found["assess"] == utc + dt.timedelta(hours=24)
    assert found["assess"] == wall_clock.astimezone(dt.UTC)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        # Monday before Easter 2027 (25, 26 and 29 March off; the clock changes on the 28th).
        (dt.date(2027, 3, 22), dt.date(2027, 4, 2)),
        # Friday before Christmas: 24, 25 and 31 December and 1 January off.
        (dt.date(2026, 12, 18), dt.date(2026, 12, 30)),
        # Received on a Sunday night: Monday is the first day.
        (dt.date(2026, 11, 22), dt.date(2026, 11, 30)),
        # Across Constitution Day, Saturday 5 June 2027, which is off anyway, and Whit Monday's week.
        (dt.date(2027, 5, 13), dt.date(2027, 5, 24)),
    ],
)
def test_RA_22_the_receipt_is_given_within_6_working_days(
    model: Model, received: dt.date, last: dt.date
) -> None:
    found = {
        one.key: one.due_at
        for one in after_receipt(model, "underretning", local_instant(received, dt.time(22)))
    }
    assert found["receipt"] == local_instant(last + DAY, dt.time(0))


@pytest.mark.parametrize(
    ("known", "due"),
    [
        # The last of a month that is shorter four months on; 28 February 2027 is a Sunday.
        (dt.date(2026, 10, 31), dt.date(2027, 3, 1)),
        # Ends on Christmas Eve, a Thursday: the next working day is Monday 28 December.
        (dt.date(2026, 8, 24), dt.date(2026, 12, 28)),
        # Ends on Maundy Thursday 2027: Tuesday after Easter, across the night in which the clock changes.
        (dt.date(2026, 11, 25), dt.date(2027, 3, 30)),
        # A leap day.
        (dt.date(2027, 10, 29), dt.date(2028, 2, 29)),
    ],
)
def test_RA_26_four_months_end_on_a_working_day_and_at_local_midnight(
    randers: Model, known: dt.date, due: dt.date
) -> None:
    assert process_due(randers, "assessment", known) == due
    found = clock(randers, "assessment", known, local_instant(known, dt.time(9)))
    assert (found.due_on, found.due_at) == (due, local_instant(due + DAY, dt.time(0)))
    assert list(found.remind_at) == sorted(found.remind_at)
    assert {at.astimezone(COPENHAGEN).time() for at in found.remind_at} == {dt.time(9)}


def problem(level: int, *history: LevelStep, events: tuple[EventFacts, ...] = ()) -> ProblemFacts:
    return ProblemFacts("p", "home", level, history, events=events)


def test_RA_26_the_need_is_known_from_the_day_that_was_said_else_from_when_level_5_was_entered(
    randers: Model,
) -> None:
    day = dt.date(2026, 11, 20)
    entered = problem(5, LevelStep(3, dt.date(2026, 9, 1)), LevelStep(5, dt.date(2026, 11, 2)))
    assert known_since(randers, "assessment", CaseFacts(9), entered, day) == dt.date(2026, 11, 2)
    assert known_since(randers, "assessment", CaseFacts(9), None, day) == day
    said = EventFacts("need_known", dt.date(2026, 10, 5))
    told = CaseFacts(9, events=(said,))
    assert known_since(randers, "assessment", told, entered, day) == said.on
    to_come = CaseFacts(9, events=(EventFacts("need_known", dt.date(2026, 12, 1)),))
    assert known_since(randers, "assessment", to_come, entered, day) == dt.date(2026, 11, 2)


def test_RA_26_who_begins_it_and_where_is_the_model_s(randers: Model) -> None:
    now = local_instant(dt.date(2026, 11, 20), dt.time(9))
    adviser, teacher = frozenset({"adviser"}), frozenset({"staff"})
    assert may_begin(randers, "assessment", CaseFacts(9), problem(5), now, by=adviser).allowed
    below = may_begin(randers, "assessment", CaseFacts(9), problem(4), now, by=teacher)
    assert below.needs == ("by", "reason")
    assert may_begin(randers, "assessment", CaseFacts(9), problem(4), now, by=adviser, reason="Ja").allowed


def test_RA_26_on_the_last_day_it_is_in_time_and_the_day_after_it_takes_a_preliminary_assessment(
    randers: Model,
) -> None:
    due = dt.date(2026, 11, 20)
    covered = [one.da for one in randers.process("assessment").covers]
    adviser = frozenset({"adviser"})
    last = local_instant(due + DAY, dt.time(0)) - dt.timedelta(seconds=1)
    assert may_conclude(randers, "assessment", covered, due, "", last, by=adviser).allowed
    late = may_conclude(randers, "assessment", covered, due, "", last + dt.timedelta(seconds=1), by=adviser)
    assert late.needs == ("if_missed",)
    assert late.reasons[0].legal_basis


async def test_RA_22_the_same_holds_for_rows_over_easter_and_the_change_of_the_clock(living: World) -> None:
    """Sent on the eve of Palm Sunday 2027: both clocks run across Easter and the night of the 28th."""
    town = living.north
    wanted = local_instant(dt.date(2027, 3, 27), dt.time(20))
    async with living.api.read(town.who("leader"), "test.now") as tx:
        ahead = wanted - tx.now
    assert ahead > dt.timedelta(0), "this test has outlived its Easter: choose a later one"
    await living.advance(int(ahead.total_seconds()) + 1)
    async with living.worker.write(town.system, "test.session") as tx:
        assert abs(tx.now - wanted) < dt.timedelta(minutes=5)
    async with living.api.write(town.who("leader"), "test.send") as tx:
        told = RecordUnderretning(town.id("child"), "Barnet er bange", send=True)
        sent = await record_underretning(tx, told)
        dues = {one.key: one.due_at for one in await deadlines_of_underretning(tx, sent.id)}
    assert sent.sent_at is not None
    assert dues["assess"] == sent.sent_at + dt.timedelta(hours=24)
    assert dues["assess"].astimezone(COPENHAGEN).hour == 21
    # Easter Monday is off: Tuesday 30 March is the first of six.
    assert dues["receipt"] == local_instant(dt.date(2027, 4, 7), dt.time(0))
