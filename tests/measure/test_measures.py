"""A measure starts on consent, cooperation and the assessment, and what counts from its start is due (RA-27, RA-35)."""

import asyncio
from datetime import timedelta

import pytest

from services.core.calendar import end_of_day, local_day
from services.core.casework.service import load_case_of
from services.core.deadline.rules import DECIDE_ANEW
from services.core.deadline.service import open_deadlines_of
from services.core.errors import ErrorCode, UserError
from services.core.measure import rules, store
from services.core.measure.service import (
    DecideMeasure,
    EndMeasure,
    StartMeasure,
    decide_measure,
    end_measure,
    judge_start,
    start_measure,
)
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.store import problem as find_problem
from services.core.sweep import measures
from services.core.task.store import tasks
from tests.builders.world import World
from tests.measure.acting import (
    ADVISER,
    CHILD,
    HOLDER,
    begun,
    concluded,
    deadlines,
    decided,
    opened,
    said_yes,
    started,
    told,
    took_it_back,
)

KEY = "supportive_effort"


async def test_RA_27_RA_35_all_that_is_missing_is_told_at_once(living: World) -> None:
    row = await decided(living, living.north, KEY, await opened(living, living.north), with_family=False)
    with pytest.raises(UserError) as refused:
        await started(living, living.north, row, cooperates=False)
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RA-27")
    assert refused.value.texts is not None
    said = refused.value.texts["da"]
    for words in (
        "et ja fra alle",
        "samarbejder",
        "sammen med familien",
        "Børnefaglig undersøgelse skal være færdig",
    ):
        assert words in said
    assert refused.value.legal_basis


async def test_RA_27_it_starts_once_the_assessment_is_done_and_every_holder_has_said_yes(
    living: World,
) -> None:
    problem = await opened(living, living.north)
    row = await decided(living, living.north, KEY, problem)
    process = await begun(living, living.north, problem)
    await concluded(living, living.north, process)
    with pytest.raises(UserError) as refused:
        await started(living, living.north, row)
    assert refused.value.texts is not None
    assert refused.value.texts["da"].count(";") == 0, "the consent alone is missing"
    await said_yes(living, living.north)
    running = await started(living, living.north, row)
    assert (running.state, running.cooperates, running.started_by) == (
        "running",
        True,
        living.north.id(ADVISER),
    )
    assert await told(living, f"measure:{row.id}:{running.version}") == {living.north.id(HOLDER)}
    with pytest.raises(UserError) as refused:
        await started(living, living.north, running)
    assert refused.value.message_key == "measure.started"


async def test_RA_27_a_consent_taken_back_stops_the_next_start_and_shows(living: World) -> None:
    await said_yes(living, living.north)
    row = await decided(living, living.north, KEY)
    await took_it_back(living, living.north)
    with pytest.raises(UserError) as refused:
        await started(living, living.north, row)
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    async with living.api.read(living.north.who(ADVISER), "test.stands") as tx:
        assert not await store.consent_stands(tx, row.dossier_id, "measure")
    await said_yes(living, living.north)
    assert (await started(living, living.north, row)).state == "running"


async def test_RA_27_a_consent_that_goes_while_it_runs_is_somebody_s_to_settle_by_a_day(
    living: World,
) -> None:
    """Never silent: the responsible professional has a task with its date, whichever way the yes ended; no family sees it."""
    town = living.north
    await said_yes(living, town)
    row = await started(living, town, await decided(living, town, KEY))
    while await measures.STEP.settle_next(living.worker, town.system):
        pass
    assert [one["key"] for one in await deadlines(living, "measure_id", row.id)].count(DECIDE_ANEW) == 0
    await took_it_back(living, town)
    while await measures.STEP.settle_next(living.worker, town.system):
        pass
    (due,) = [one for one in await deadlines(living, "measure_id", row.id) if one["key"] == DECIDE_ANEW]
    async with living.api.read(town.who(ADVISER), "test.read") as tx:
        seen = await store.measure(tx, row.id)
        today = local_day(tx.now)
        waiting = [one for one in await tasks(tx, frozenset()) if one.deadline_key == DECIDE_ANEW]
        case = await load_case_of(tx, row.dossier_id)
        said = rules.if_consent_goes(case.model, KEY, tx.now)
    assert due["due_at"] == end_of_day(rules.decide_anew_by(town.model, KEY, today))
    assert (due["state"], due["person_id"], due["private"]) == ("open", town.id(ADVISER), True)
    assert seen.without_consent_since is not None
    assert waiting
    assert said is not None
    assert (said.rule, "beslut sammen" in said.text.da) == ("RA-27", True)
    assert town.id(ADVISER) in await told(living, f"measure-consent:{row.id}:{today:%Y%m%d}")
    async with living.api.read(town.who(HOLDER), "test.family") as tx:
        assert [one.key for one in await open_deadlines_of(tx, town.id(ADVISER))] == []
    await said_yes(living, town)
    while await measures.STEP.settle_next(living.worker, town.system):
        pass
    (due,) = [one for one in await deadlines(living, "measure_id", row.id) if one["key"] == DECIDE_ANEW]
    assert due["state"] == "met"


async def test_RA_27_in_an_especially_serious_case_it_runs_beside_the_assessment(living: World) -> None:
    """In Sydby nothing is concluded yet."""
    town = living.south
    problem = await opened(living, town)
    await begun(living, town, problem)
    await said_yes(living, town)
    row = await decided(living, town, KEY, problem)
    with pytest.raises(UserError) as refused:
        await started(living, town, row)
    assert refused.value.texts is not None
    assert "skal være færdig" in refused.value.texts["da"]
    async with living.api.write(town.who(ADVISER), "test.confirm") as tx:
        known = await find_problem(tx, problem.id)
        serious = ConfirmFacts(
            problem.id, frozenset({"especially_serious"}), frozenset(), False, known.version
        )
        await confirm_facts(tx, serious)
    async with living.api.read(town.who(ADVISER), "test.judge") as tx:
        case = await load_case_of(tx, row.dossier_id)
        judged = await judge_start(tx, case, row, cooperates=True, with_family=True)
    assert judged.allowed
    assert judged.advice[0].rule == "RA-27"
    assert (await started(living, town, row)).state == "running"


async def test_RA_35_what_was_not_decided_with_the_family_it_sees_once_it_has_started(living: World) -> None:
    town = living.south
    row = await decided(living, town, KEY, with_family=False)
    with_them = await decided(living, town, KEY)
    async with living.api.read(town.who(HOLDER), "test.family") as tx:
        seen = {one.id for one in await store.measures_of(tx, row.dossier_id)}
        assert row.id not in seen
        assert with_them.id in seen
        assert (await store.details(tx, with_them)).what == "En familiebehandler"
    assert living.south.id(HOLDER) not in await told(living, f"measure:{row.id}:{row.version}")


async def test_RA_35_it_is_the_adviser_s_to_decide_start_and_end(living: World) -> None:
    town = living.north
    row = await decided(living, town, KEY)
    async with living.api.write(town.who("leader"), "test.decide") as tx:
        with pytest.raises(UserError) as refused:
            await decide_measure(tx, DecideMeasure(town.id(CHILD), KEY, "Noget"))
        assert refused.value.code is ErrorCode.RULE_BLOCKED
        with pytest.raises(UserError) as refused:
            await start_measure(tx, StartMeasure(row.id, row.version, cooperates=True))
        assert refused.value.code is ErrorCode.RULE_BLOCKED
        with pytest.raises(UserError) as refused:
            await end_measure(tx, EndMeasure(row.id, row.version))
        assert refused.value.code is ErrorCode.RULE_BLOCKED
    async with living.api.write(town.who(HOLDER), "test.family") as tx:
        with pytest.raises(UserError) as refused:
            await start_measure(tx, StartMeasure(row.id, row.version, cooperates=True))
        assert refused.value.code is ErrorCode.FORBIDDEN


async def test_of_two_who_start_or_end_it_at_once_one_is_told_of_a_conflict(living: World) -> None:
    town = living.north
    await said_yes(living, town)
    row = await decided(living, town, KEY)

    async def give_up() -> None:
        async with living.api.write(town.who(ADVISER), "test.end") as tx:
            await end_measure(tx, EndMeasure(row.id, row.version, "Familien flytter"))

    results = await asyncio.gather(started(living, town, row), give_up(), return_exceptions=True)
    lost = [one for one in results if isinstance(one, BaseException)]
    assert len(lost) == 1
    assert isinstance(lost[0], UserError)
    assert lost[0].code is ErrorCode.CONFLICT


async def test_its_days_are_in_order_and_not_to_come(living: World) -> None:
    town = living.north
    await said_yes(living, town)
    row = await decided(living, town, KEY)
    today = row.decided_on
    for day, key in ((today + timedelta(days=1), "day_not_come"), (today - timedelta(days=1), "day_before")):
        with pytest.raises(UserError) as refused:
            await started(living, town, row, started_on=day)
        assert refused.value.message_key == f"measure.{key}"
    running = await started(living, town, row, started_on=today)
    with pytest.raises(UserError) as refused:
        async with living.api.write(town.who(ADVISER), "test.end") as tx:
            await end_measure(tx, EndMeasure(row.id, running.version, ended_on=today - timedelta(days=1)))
    assert refused.value.message_key == "measure.day_before"
    async with living.api.write(town.who(ADVISER), "test.end") as tx:
        over = await end_measure(tx, EndMeasure(row.id, running.version, "Målet er nået"))
        assert (over.state, (await store.details(tx, over)).end_reason) == ("ended", "Målet er nået")
        assert over.ended_on == local_day(tx.now)


async def test_what_is_decided_is_said_and_is_of_the_model_and_the_child(living: World) -> None:
    town = living.north
    other = await opened(living, living.south)
    wrong = (
        (DecideMeasure(town.id(CHILD), KEY, "  "), "measure.text_missing"),
        (DecideMeasure(town.id(CHILD), "made_up", "Noget"), "measure.unknown_key"),
        (DecideMeasure(town.id(CHILD), KEY, "Noget", other.id), "error.not_found"),
        (DecideMeasure(town.id("child"), KEY, "Noget"), "error.not_found"),
    )
    for command, key in wrong:
        with pytest.raises(UserError) as refused:
            async with living.api.write(town.who(ADVISER), "test.decide") as tx:
                await decide_measure(tx, command)
        assert refused.value.message_key == key


async def test_it_is_seen_by_those_of_the_case_alone_and_goes_with_the_record(living: World) -> None:
    row = await decided(living, living.north, KEY)
    for who in (
        living.north.who("psychologist"),
        living.north.who("daycare_leader"),
        living.north.who("mother"),
        living.south.who(ADVISER),
        living.south.who(HOLDER),
    ):
        async with living.api.read(who, "test.read") as tx:
            assert await store.measures_of(tx, row.dossier_id) == []
        async with living.api.write(who, "test.write") as tx:
            with pytest.raises(UserError) as refused:
                await end_measure(tx, EndMeasure(row.id, row.version))
            assert refused.value.code is ErrorCode.NOT_FOUND
    async with living.behind_the_walls() as connection:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute(
            "select set_config('rundbord.tenant', $1, true), set_config('rundbord.now', now()::text, true)",
            str(living.north.tenant),
        )
        await connection.execute("delete from dossier where id = $1", row.dossier_id)
        left = await connection.fetchval(
            """select (select count(*) from measure where dossier_id = $1)
                    + (select count(*) from process where dossier_id = $1)
                    + (select count(*) from deadline where dossier_id = $1)""",
            row.dossier_id,
        )
        await transaction.rollback()
    assert left == 0
