"""Drafts, judgements and releases: who, in which order, and that nothing changes afterwards (ALL-09)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from services.core.errors import ErrorCode, UserError
from services.core.indicator import store
from services.core.indicator.counting import count_period
from services.core.indicator.service import (
    DraftJudgement,
    RecordFigure,
    draft_judgement,
    record_figure,
    release_indicators,
)
from tests.builders.world import World
from tests.indicator.quarter import Met, add_child

FIRST, LAST = date(2026, 4, 1), date(2026, 6, 30)
SPRING = date(2026, 1, 1), date(2026, 3, 31)
AT = datetime(2026, 5, 12, 9, tzinfo=UTC)
WORDS = "Flere familier er med fra begyndelsen."


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def period(towns: World) -> AsyncIterator[UUID]:
    """Twenty children, counted: a draft."""
    async with towns.behind_the_walls() as connection:
        for number in range(20):
            await add_child(
                connection, towns.north, ("school", "daycare", "ppr", "centre")[number % 4], Met(AT)
            )
    async with towns.worker.write(towns.north.system, "test.count") as tx:
        row = await count_period(tx, FIRST, LAST)
        assert row is not None
    yield row.id


async def refused(towns: World, name: str, period: UUID, **given: object) -> UserError:
    async with towns.api.write(towns.north.who(name), "test.judge") as tx:
        with pytest.raises(UserError) as error:
            await draft_judgement(tx, DraftJudgement(period, str(given.get("judgement", WORDS)), 1))
    return error.value


async def test_a_draft_is_for_those_who_answer_for_it(towns: World, period: UUID) -> None:
    for name in ("leader", "administrator"):
        async with towns.api.read(towns.north.who(name), "test.read") as tx:
            assert (await store.period(tx, period)).id == period
            assert await store.figures_of(tx, [period])
    for name in ("teacher", "adviser", "dpo"):
        async with towns.api.read(towns.north.who(name), "test.read") as tx:
            assert await store.periods(tx, 10) == []
            assert await store.figures_of(tx, [period]) == []
    async with towns.api.read(towns.south.who("leader"), "test.read") as tx:
        with pytest.raises(UserError) as error:
            await store.period(tx, period)
    assert error.value.code is ErrorCode.NOT_FOUND
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with towns.api.read(towns.north.who("mother"), "test.read") as tx:
            await store.periods(tx, 10)


async def test_ALL_09_a_judgement_names_no_child(towns: World, period: UUID) -> None:
    """ALL-09: a number is refused, a name of a child the writer knows is kept only for a reason."""
    number = await refused(towns, "leader", period, judgement="Det gik godt med 010115-4321.")
    assert (number.code, number.field) == (ErrorCode.INVALID_INPUT, ("input", "judgement"))
    assert (number.rule_id, "4321" in str(number)) == ("ALL-09", False)
    named = await refused(towns, "leader", period, judgement="Asta blev hørt.")
    assert named.code is ErrorCode.INVALID_INPUT
    # The administrator knows no child: to them it is a word.
    async with towns.api.write(towns.north.who("administrator"), "test.judge") as tx:
        row = await draft_judgement(tx, DraftJudgement(period, "Asta Nielsen-prisen gik til skolen.", 1))
        assert row.judgement
    async with towns.api.write(towns.north.who("leader"), "test.judge") as tx:
        command = DraftJudgement(period, "Asta er navnet på en pris.", row.version, "Det er en pris.")
        kept = await draft_judgement(tx, command)
    assert kept.kept_reason == "Det er en pris."


async def test_numbers_wait_for_words_and_then_stay(towns: World, period: UUID) -> None:
    """ALL-09: released with a judgement alone; after that neither the service nor the database changes anything."""
    async with towns.behind_the_walls() as connection:
        await connection.execute("update indicator_period set judgement = ' ' where id = $1", period)
    leader = towns.north.who("leader")
    async with towns.api.write(leader, "test.release") as tx:
        version = (await store.period(tx, period)).version
        with pytest.raises(UserError) as error:
            await release_indicators(tx, period, version)
    assert (error.value.code, error.value.rule_id) == (ErrorCode.RULE_BLOCKED, "ALL-09")
    async with towns.api.write(leader, "test.enter") as tx:
        for value in (3.5, 4.1):
            await record_figure(tx, RecordFigure(period, "staff", value, "Trivselsmåling", 40))
        await record_figure(tx, RecordFigure(period, "placements", 3, "Fagsystemet"))
        with pytest.raises(UserError) as counted:
            await record_figure(tx, RecordFigure(period, "involvement", 3, "Mig selv"))
        assert counted.value.message_key == "indicator.counted"
        with pytest.raises(UserError) as impossible:
            await record_figure(tx, RecordFigure(period, "health", 140, "Mig selv", 40))
        assert impossible.value.field == ("input", "value")
    async with towns.api.write(leader, "test.release") as tx:
        row = await draft_judgement(tx, DraftJudgement(period, WORDS, version))
        with pytest.raises(UserError) as stale:
            await release_indicators(tx, period, version)
        assert stale.value.code is ErrorCode.CONFLICT
        released = await release_indicators(tx, period, row.version)
    assert released.released_by == towns.north.id("leader")
    async with towns.api.read(towns.north.who("teacher"), "test.read") as tx:
        shown = {(one.indicator, one.part): one for one in await store.figures_of(tx, [period])}
    assert shown["staff", "value"].number == 4.1
    assert (shown["placements", "value"].number, shown["placements", "value"].small) == (None, True)
    async with towns.api.write(leader, "test.again") as tx:
        for again in (
            draft_judgement(tx, DraftJudgement(period, "Noget andet", released.version)),
            record_figure(tx, RecordFigure(period, "staff", 1, "x", 40)),
            release_indicators(tx, period, released.version),
        ):
            with pytest.raises(UserError) as late:
                await again
            assert late.value.message_key == "indicator.released"


async def test_released_figures_stay_whoever_asks(towns: World, period: UUID) -> None:
    async with towns.behind_the_walls() as connection:
        for statement in (
            "update indicator_period set judgement = 'x' where id = $1",
            "delete from indicator_period where id = $1",
            "update indicator_figure set number = 7 where period_id = $1",
            "delete from indicator_figure where period_id = $1",
            """insert into indicator_figure
                   (tenant_id, id, period_id, during, indicator, measure, part, place, entered, small)
               select tenant_id, gen_random_uuid(), id, 'empty', 'x', 'x', 'x', 1, false, false
               from indicator_period where id = $1""",
        ):
            with pytest.raises(asyncpg.PostgresError) as error:
                await connection.execute(statement, period)
            assert error.value.sqlstate == "RB003", statement


async def test_a_child_erased_later_changes_nothing_and_leaves_nothing(towns: World, period: UUID) -> None:
    """Design 12: the figures are those of the day they were counted on; of the child no row leads back to them."""
    async with towns.behind_the_walls() as connection:
        async with connection.transaction():
            await connection.fetchval("select rundbord.begin_system($1)", towns.north.tenant)
            dossier = await add_child(connection, towns.north, "school", Met(AT, ticked=True))
        async with towns.api.read(towns.north.who("leader"), "test.read") as tx:
            before = await store.figures_of(tx, [period])
        async with connection.transaction():
            await connection.fetchval("select rundbord.begin_system($1)", towns.north.tenant)
            await connection.execute("delete from dossier where id = $1", dossier)
        assert (
            await connection.fetchval("select count(*) from counted_answer where dossier_id = $1", dossier)
            == 0
        )
        async with towns.api.read(towns.north.who("leader"), "test.read") as tx:
            assert await store.figures_of(tx, [period]) == before
        columns = await connection.fetch(
            """select table_name, column_name from information_schema.columns
               where table_name in ('indicator_period', 'indicator_figure', 'upward_report')
                 and column_name in ('dossier_id', 'child_id', 'unit_id', 'meeting_id', 'sealed')"""
        )
    assert columns == []


async def entering(towns: World, name: str, period: UUID, value: float) -> None:
    async with towns.api.write(towns.north.who(name), "test.enter") as tx:
        await record_figure(tx, RecordFigure(period, "staff", value, "Trivselsmåling", 40))


async def test_a_figure_entered_as_it_is_released_is_told_so(towns: World) -> None:
    """Two connections in one moment: the later is told CONFLICT, and what was released has not changed (ALL-09)."""
    async with towns.worker.write(towns.north.system, "test.count") as tx:
        row = await count_period(tx, *SPRING)
        assert row is not None
    # Two who enter the same figure wait for each other, and the later one stands.
    async with towns.api.write(towns.north.who("administrator"), "test.enter") as tx:
        await record_figure(tx, RecordFigure(row.id, "staff", 3.5, "Trivselsmåling", 40))
        beside = asyncio.create_task(entering(towns, "leader", row.id, 4.5))
        await asyncio.sleep(0.2)
        assert not beside.done()
    await beside
    async with towns.api.write(towns.north.who("administrator"), "test.release") as tx:
        judged = await draft_judgement(tx, DraftJudgement(row.id, WORDS, row.version))
        late = asyncio.create_task(entering(towns, "leader", row.id, 9.9))
        await asyncio.sleep(0.2)
        assert not late.done()
        await release_indicators(tx, row.id, judged.version)
    with pytest.raises(UserError) as error:
        await late
    assert error.value.code is ErrorCode.CONFLICT
    async with towns.api.read(towns.north.who("teacher"), "test.read") as tx:
        shown = {one.indicator: one.number for one in await store.figures_of(tx, [row.id]) if one.entered}
    assert shown["staff"] == 4.5
