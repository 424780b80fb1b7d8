"""What is counted of a quarter, when, and what is kept of it, on real databases."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from services.core.calendar.instants import local_day, local_instant
from services.core.indicator import store
from services.core.indicator.counting import count_period, count_what_is_over
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.tenancy.indicators import period_with
from tests.builders.world import World
from tests.indicator.quarter import Met, add_child

Quarter = dict[tuple[str, str], dict[str, float | None]]
FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
UNITS = ("school", "daycare", "health", "centre", "ppr")
DUE = date(2026, 6, 1)
IN_TIME, LATE = datetime(2026, 6, 1, 21, 59, tzinfo=UTC), datetime(2026, 6, 1, 22, tzinfo=UTC)
"""The last minute of 1 June in Copenhagen, and the first of the next day."""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def quarter(towns: World) -> AsyncIterator[dict[tuple[str, str], dict[str, float | None]]]:
    """Forty children of the north in the spring of 2026; the figures by indicator and measure."""
    async with towns.behind_the_walls() as connection:
        units = cycle(UNITS)
        for number in range(40):
            few = number % 4 == 0
            await add_child(
                connection,
                towns.north,
                next(units),
                Met(
                    AT,
                    type="se_ske_moede" if number < 30 else "netvaerksmoede",
                    child=("missing", "obtained", "obtained", "attempted")[number % 4],
                    parent=not few,
                    there=not few,
                    heard=number >= 2,
                    ticked=number < 20,
                    opened_before=timedelta(weeks=2 if number < 25 else 9),
                    follow_up_by=DUE if number < 30 else None,
                    followed_at=IN_TIME if number < 20 else LATE if number < 30 else None,
                    agreement_due=DUE if number < 30 else None,
                    agreement_done=IN_TIME if number < 18 else LATE if number < 22 else None,
                    notified_at=AT if number < 12 else None,
                    evaluated=None if number >= 30 else number < 18,
                ),
            )
        # Outside: the moment before the quarter, the moment after, a meeting that was not held, another town.
        begins, ends = (
            local_instant(FIRST, AT.time().replace(hour=0, minute=0)),
            local_instant(date(2026, 7, 1), AT.time().replace(hour=0, minute=0)),
        )
        for met in (
            Met(begins - timedelta(microseconds=1)),
            Met(ends),
            Met(AT, status="cancelled"),
            Met(AT, status="planned"),
        ):
            await add_child(connection, towns.north, "school", met)
        for _ in range(9):
            await add_child(connection, towns.south, "school", Met(AT))
    async with towns.worker.write(towns.north.system, "test.count") as tx:
        row = await count_period(tx, FIRST, LAST)
        assert row is not None
        found: Quarter = {}
        for one in await store.figures_of(tx, [row.id]):
            found.setdefault((one.indicator, one.measure), {})[one.part] = one.number
    yield found


async def test_SL_18_whether_the_network_helped_is_counted_of_those_who_were_asked(quarter: Quarter) -> None:
    assert quarter["network_helped", "evaluation:netvaerk_hjalp.knew_whom"] == {"": 30, "yes": 18, "no": 12}


async def test_SL_19_involvement_is_counted_in_children(quarter: Quarter) -> None:
    """SL-19: perspectives obtained against tried, the family's presence, the family asked before the agenda."""
    assert quarter["involvement", "perspectives"] == {"": 40, "obtained": 20, "attempted": 10, "missing": 10}
    assert quarter["involvement", "parent_perspectives"] == {"": 40, "yes": 30, "no": 10}
    assert quarter["involvement", "family_attended"] == {"": 40, "yes": 30, "no": 10}
    # Two children are too few to be told, and so is what would give them away.
    assert quarter["involvement", "family_heard"] == {"": 40, "yes": None, "no": None}


async def test_SL_19_early_effort_is_counted_by_type_and_by_how_soon(quarter: Quarter) -> None:
    assert quarter["early", "meetings_by_type"][""] == 40
    # Thirty had a follow-up in the quarter as well: a child counts once, at its latest meeting.
    assert quarter["early", "meetings_by_type"] == {"": 40, "se_ske_moede": 30, "netvaerksmoede": 10}
    assert quarter["early", "first_meeting"] == {"": 40, "soon": 25, "rest": 15}


async def test_SL_19_cooperation_is_kept_agreements_and_kept_dates(quarter: Quarter) -> None:
    """The last minute of the day by the clock in Copenhagen is in time, the next is not."""
    assert quarter["cooperation", "agreements_done"] == {"": 30, "yes": 18, "no": 12}
    assert quarter["cooperation", "follow_ups_in_time"] == {"": 30, "yes": 20, "no": 10}


async def test_SL_07_what_replaced_an_underretning_is_counted_beside_those_that_were_sent(
    quarter: Quarter,
) -> None:
    assert quarter["replaced_notifications", "field:se_ske.replaces"] == {"": 40, "yes": 20, "no": 20}
    assert quarter["replaced_notifications", "underretninger"] == {"": 12}


async def test_a_period_is_counted_once(quarter: Quarter, towns: World) -> None:
    """What happens afterwards changes no figure: two counts would tell of the few between them."""
    async with towns.behind_the_walls() as connection:
        await add_child(connection, towns.north, "school", Met(AT))
    async with towns.worker.write(towns.north.system, "test.count") as tx:
        assert await count_period(tx, FIRST, LAST) is None


async def test_periods_of_a_measure_cannot_overlap(quarter: Quarter, towns: World) -> None:
    """A half-year after two quarters would be their sum and so the third number of three."""
    async with towns.worker.write(towns.north.system, "test.count") as tx:
        half = await count_period(tx, date(2026, 1, 1), LAST)
        assert half is not None
        assert await store.figures_of(tx, [half.id]) == []
    async with towns.behind_the_walls() as connection:
        with pytest.raises(asyncpg.ExclusionViolationError):
            await connection.execute(
                """insert into indicator_figure
                       (tenant_id, id, period_id, during, indicator, measure, part, place, entered, small)
                   select tenant_id, gen_random_uuid(), $1, daterange('2026-06-30', '2026-07-02'), 'early', measure,
                          part, 1, false, false
                   from indicator_figure where measure = 'perspectives' and part = '' limit 1""",
                half.id,
            )


async def test_nothing_too_small_is_kept_anywhere(quarter: Quarter, towns: World) -> None:
    async with towns.behind_the_walls() as connection:
        numbers = [row["number"] for row in await connection.fetch("select number from indicator_figure")]
    assert len(numbers) > 20
    assert all(number is None or number >= 5 for number in numbers)


async def test_ALL_09_the_sweep_counts_when_the_quarter_is_over_and_not_before(
    towns: World, tmp_path: Path
) -> None:
    """Of the south: the first period that ends after the municipality began is the first that is counted."""
    south = towns.south
    async with towns.worker.read(south.system, "test.now") as tx:
        now = tx.now
        every = south.model.indicators[0].every
    _, last = period_with(every, local_day(now))
    await run_sweep(towns.worker, tmp_path, south.tenant, SweepKind.RETENTION)
    async with towns.worker.read(south.system, "test.read") as tx:
        assert await store.periods(tx, 10) == []
    midnight = local_instant(last + timedelta(days=1), AT.time().replace(hour=0, minute=0))
    await towns.advance(int((midnight - now).total_seconds()) - 120)
    assert await count_what_is_over(towns.worker, south.system) == 0
    await towns.advance(121)
    await run_sweep(towns.worker, tmp_path, south.tenant, SweepKind.RETENTION)
    async with towns.worker.read(south.system, "test.read") as tx:
        (row,) = await store.periods(tx, 10)
        assert (row.ended_on, row.released_at) == (last, None)
        shown = await store.figures_of(tx, [row.id])
    # Nothing happened in the quarter: the whole is too small to be told, like any small number.
    assert {(one.part, one.number, one.small) for one in shown} == {("", None, True)}
    assert await count_what_is_over(towns.worker, south.system) == 0


async def test_only_the_worker_counts(towns: World) -> None:
    """A leader who could ask at any time would see each meeting come."""
    for name in ("leader", "administrator", "teacher", "dpo", "mother"):
        async with towns.api.read(towns.north.who(name), "test.read") as tx:
            rights = await tx._connection.fetchrow(
                """select has_table_privilege(current_user, 'counted_answer', 'select') as answers,
                          has_table_privilege(current_user, 'indicator_period', 'insert') as periods"""
            )
            assert rights is not None
            assert dict(rights) == {"answers": False, "periods": False}
