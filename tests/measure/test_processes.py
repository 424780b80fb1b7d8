"""The child welfare assessment: four months from when the need was known, what it covers, and what is said if it is late."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest

from services.core.calendar import add_months, end_of_day, local_day
from services.core.casework.service import close_casework, load_case_of
from services.core.errors import ErrorCode, UserError
from services.core.process import rules, store
from services.core.process.service import BeginProcess, RecordProcess, begin_process, record_process
from services.core.process.store import ProcessRow
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.underretning.service import RecordUnderretning, record_underretning, settle_underretning
from tests.builders.world import World
from tests.measure.acting import CHILD, begun, concluded, deadlines, opened, told


async def fresh(living: World) -> None:
    """Nothing runs: what an earlier test began is over."""
    async with living.api.read(living.north.who("adviser"), "test.read") as tx:
        rows = await _all(living)
    for row in rows:
        if row.ended_at is None:
            more = {"preliminary": "Gjort"} if rules.missed(row.due_on, tx.now) else {}
            await concluded(living, living.north, row, **more)


async def _all(living: World) -> list[ProcessRow]:
    async with living.behind_the_walls() as connection:
        ids = await connection.fetch("select id from process where tenant_id = $1", living.north.tenant)
    async with living.api.read(living.north.who("adviser"), "test.read") as tx:
        return [await store.process(tx, one["id"]) for one in ids]


async def test_RA_26_four_months_from_the_day_the_need_was_known_and_not_from_the_decision(
    living: World,
) -> None:
    """Trap 15: the clock does not run from the creation of anything."""
    problem = await opened(living, living.north)
    async with living.api.read(living.north.who("adviser"), "test.today") as tx:
        known = local_day(tx.now) - timedelta(days=20)
    row = await begun(living, living.north, problem, known_on=known)
    assert row.known_on == known
    assert row.due_on >= add_months(known, 4)
    assert (row.due_on - add_months(known, 4)).days < 5, "moved to a working day at the most"
    (due,) = await deadlines(living, "process_id", row.id)
    assert (due["key"], due["state"], due["private"]) == ("assessment", "open", True)
    assert due["due_at"] == end_of_day(row.due_on)
    assert due["person_id"] == living.north.id("adviser")
    assert len(due["remind_at"]) == 2


async def test_RA_26_where_nobody_says_it_counts_from_when_the_problem_came_to_level_5(living: World) -> None:
    await fresh(living)
    problem = await opened(living, living.north)
    await living.advance(6 * 86400)
    row = await begun(living, living.north, problem)
    assert row.known_on == local_day(problem.opened_at)


async def test_RA_26_the_day_can_be_mended_and_the_clock_follows(living: World) -> None:
    await fresh(living)
    row = await begun(living, living.north, await opened(living, living.north))
    earlier = row.known_on - timedelta(days=31)
    async with living.api.write(living.north.who("adviser"), "test.mend") as tx:
        mended = await record_process(tx, RecordProcess(row.id, row.version, known_on=earlier))
    assert (mended.known_on, mended.due_on < row.due_on) == (earlier, True)
    states = {one["state"]: one["due_at"] for one in await deadlines(living, "process_id", row.id)}
    assert states == {"cancelled": end_of_day(row.due_on), "open": end_of_day(mended.due_on)}


async def test_RA_26_risk_and_protective_factors_of_child_family_and_networks_are_covered(
    living: World,
) -> None:
    await fresh(living)
    row = await begun(living, living.north, await opened(living, living.north))
    async with living.api.write(living.north.who("adviser"), "test.conclude") as tx:
        with pytest.raises(UserError) as refused:
            await record_process(
                tx, RecordProcess(row.id, row.version, frozenset({2, 3, 4, 5}), conclude=True)
            )
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RA-26")
    assert refused.value.texts is not None
    assert "Risikofaktorer; Fagligt netværk" in refused.value.texts["da"]
    assert "Beskyttelsesfaktorer" not in refused.value.texts["da"]
    done = await concluded(living, living.north, row)
    assert done.ended_by == living.north.id("adviser")
    (due,) = await deadlines(living, "process_id", row.id)
    assert due["state"] == "met"


async def test_RA_26_what_is_written_is_kept_until_it_is_written_anew(living: World) -> None:
    await fresh(living)
    row = await begun(living, living.north, await opened(living, living.north))
    async with living.api.write(living.north.who("adviser"), "test.note") as tx:
        row = await record_process(tx, RecordProcess(row.id, row.version, frozenset({1}), "Det første"))
        row = await record_process(tx, RecordProcess(row.id, row.version, findings="Det andet"))
        known = await store.details(tx, row)
    assert (known.covered, known.findings) == (("Risikofaktorer",), "Det andet")
    for covered in (frozenset({0}), frozenset({7})):
        async with living.api.write(living.north.who("adviser"), "test.note") as tx:
            with pytest.raises(UserError) as refused:
                await record_process(tx, RecordProcess(row.id, row.version, covered))
            assert refused.value.message_key == "process.unknown_cover"


async def test_RA_26_late_it_is_told_and_a_preliminary_assessment_is_written_down(living: World) -> None:
    await fresh(living)
    problem = await opened(living, living.north)
    async with living.api.read(living.north.who("adviser"), "test.today") as tx:
        long_ago = local_day(tx.now) - timedelta(days=200)
    row = await begun(living, living.north, problem, known_on=long_ago)
    await run_sweep(living.worker, living.key_dir, living.north.tenant, SweepKind.DEADLINES)
    async with living.behind_the_walls() as connection:
        missed = await connection.fetch(
            """select m.recipient_id from message m join deadline d on d.id = m.deadline_id
               where d.process_id = $1 and m.kind = 'deadline_missed'""",
            row.id,
        )
    assert {one["recipient_id"] for one in missed} == {living.north.id("adviser")}
    with pytest.raises(UserError) as refused:
        await concluded(living, living.north, row)
    assert refused.value.texts is not None
    assert "foreløbig vurdering" in refused.value.texts["da"]
    done = await concluded(living, living.north, row, preliminary="Barnet bor trygt hos farmor imens.")
    assert done.ended_at is not None
    (due,) = await deadlines(living, "process_id", row.id)
    assert (due["state"], due["done_at"] is not None) == ("missed", True)


async def test_RA_26_below_level_5_it_takes_a_reason_and_it_is_the_adviser_s(living: World) -> None:
    await fresh(living)
    problem = await opened(living, living.north, level=3)
    with pytest.raises(UserError) as refused:
        await begun(living, living.north, problem)
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RA-26")
    assert refused.value.field == ("input", "reason")
    command = BeginProcess(living.north.id(CHILD), "assessment", problem.id, reason="Haster")
    async with living.api.write(living.north.who("leader"), "test.begin") as tx:
        with pytest.raises(UserError) as refused:
            await begin_process(tx, command)
        assert refused.value.code is ErrorCode.RULE_BLOCKED
    assert (await begun(living, living.north, problem, reason="Haster")).ended_at is None


async def test_one_of_a_kind_runs_at_a_time_also_of_two_at_one_moment(living: World) -> None:
    await fresh(living)
    problem = await opened(living, living.north)
    results = await asyncio.gather(
        *(begun(living, living.north, problem) for _ in range(2)), return_exceptions=True
    )
    lost = [one for one in results if isinstance(one, BaseException)]
    assert len(lost) == 1
    # Who comes second in the database is told of a conflict by the api (tests/security/test_races.py).
    second = isinstance(lost[0], asyncpg.UniqueViolationError)
    assert second or getattr(lost[0], "code", None) in (ErrorCode.CONFLICT, ErrorCode.RULE_BLOCKED)
    with pytest.raises(UserError) as refused:
        await begun(living, living.north, problem)
    assert refused.value.message_key == "process.runs_already"


async def test_what_the_municipality_has_known_is_no_day_to_come_and_a_process_is_the_model_s(
    living: World,
) -> None:
    await fresh(living)
    problem = await opened(living, living.north)
    async with living.api.read(living.north.who("adviser"), "test.today") as tx:
        tomorrow = local_day(tx.now) + timedelta(days=1)
    with pytest.raises(UserError) as refused:
        await begun(living, living.north, problem, known_on=tomorrow)
    assert refused.value.message_key == "process.day_not_come"
    async with living.api.write(living.north.who("adviser"), "test.begin") as tx:
        with pytest.raises(UserError) as refused:
            await begin_process(tx, BeginProcess(living.north.id(CHILD), "made_up"))
        assert refused.value.message_key == "process.unknown_key"


async def test_a_case_in_which_it_runs_is_not_closed(living: World) -> None:
    await fresh(living)
    row = await begun(living, living.north, await opened(living, living.north))
    async with living.behind_the_walls() as connection:
        await connection.execute("select set_config('rundbord.tenant', $1, false)", str(living.north.tenant))
        await connection.execute("select set_config('rundbord.now', now()::text, false)")
        await connection.execute("update problem set status = 'closed' where dossier_id = $1", row.dossier_id)
    async with living.api.write(living.north.who("leader"), "test.close") as tx:
        version = (await load_case_of(tx, row.dossier_id)).casework
        assert version is not None
        with pytest.raises(UserError) as refused:
            await close_casework(tx, living.north.id(CHILD), version.version)
    assert refused.value.message_key == "casework.work_running"


async def test_RA_23_on_receipt_it_is_assessed_and_the_assessment_begins_from_that_day(living: World) -> None:
    """By the adviser; the family is not told by us, and no row says which underretning it was."""
    await fresh(living)
    async with living.api.write(living.north.who("leader"), "test.send") as tx:
        sent = await record_underretning(
            tx, RecordUnderretning(living.north.id(CHILD), "Barnet bliver slået", send=True)
        )
    await living.advance(3 * 3600)
    for name, step, code in (
        ("leader", "assessment_considered", ErrorCode.FORBIDDEN),
        ("adviser", "receipt", ErrorCode.INVALID_INPUT),
    ):
        with pytest.raises(UserError) as refused:
            async with living.api.write(living.north.who(name), "test.settle") as tx:
                await settle_underretning(tx, sent.id, step, begin_process=True)
        assert refused.value.code is code
    async with living.api.write(living.north.who("adviser"), "test.settle") as tx:
        await settle_underretning(tx, sent.id, "assessment_considered", begin_process=True)
        (row,) = [one for one in await store.processes_of(tx, sent.dossier_id) if one.ended_at is None]
    assert sent.sent_at is not None
    assert (row.known_on, row.family_told) == (local_day(sent.sent_at), False)
    async with living.api.read(living.north.who("other_mother"), "test.family") as tx:
        assert row.id not in {one.id for one in await store.processes_of(tx, sent.dossier_id)}
        with pytest.raises(UserError) as refused:
            await store.process(tx, row.id)
        assert refused.value.code is ErrorCode.NOT_FOUND
    assert living.north.id("other_mother") not in await told(living, f"process:{row.id}:begun")


async def test_a_family_sees_what_it_has_been_told_of_and_that_is_not_taken_back(living: World) -> None:
    await fresh(living)
    row = await begun(living, living.north, await opened(living, living.north), family_told=False)
    async with living.api.write(living.north.who("adviser"), "test.tell") as tx:
        row = await record_process(tx, RecordProcess(row.id, row.version, family_told=True))
        row = await record_process(tx, RecordProcess(row.id, row.version, family_told=False))
    assert row.family_told
    async with living.api.read(living.north.who("other_mother"), "test.family") as tx:
        assert row.id in {one.id for one in await store.processes_of(tx, row.dossier_id)}


async def test_it_is_seen_by_those_of_the_case_alone(living: World) -> None:
    row = (await _all(living))[0]
    for who in (
        living.north.who("psychologist"),
        living.north.who("daycare_leader"),
        living.north.who("mother"),
        living.south.who("adviser"),
        living.south.who("leader"),
    ):
        async with living.api.read(who, "test.read") as tx:
            assert await store.processes_of(tx, row.dossier_id) == []
        async with living.api.write(who, "test.write") as tx:
            with pytest.raises(UserError) as refused:
                await record_process(tx, RecordProcess(row.id, row.version))
            assert refused.value.code is ErrorCode.NOT_FOUND
