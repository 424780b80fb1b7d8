"""What professionals confirm is what the model's conditions, entries and the duty past all steps go by."""

from datetime import timedelta
from typing import Any

import pytest

from services.core.calendar import add_months, local_day
from services.core.casework.service import load_case, load_case_of
from services.core.deadline.rules import last_day
from services.core.errors import ErrorCode, UserError
from services.core.identity import RequestIdentity
from services.core.keys.seal import SealLabel
from services.core.problem import rules, store
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.rules import Kind
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from services.core.problem.store import ProblemRow
from tests.builders.world import World
from tests.concern.facts import known_of


async def opened(living: World, child: str = "child", level: int | None = None) -> ProblemRow:
    async with living.api.write(living.north.who("leader"), "test.open") as tx:
        asked = OpenProblem(living.north.id(child), "institution", "Uro", level=level, reason="Haster")
        return await open_problem(tx, asked)


async def confirmed(
    living: World, problem: ProblemRow, *facts: str, discussed: frozenset[int] = frozenset(), **more: bool
) -> ProblemRow:
    async with living.api.write(living.north.who("leader"), "test.confirm") as tx:
        command = ConfirmFacts(
            problem.id, frozenset(facts), discussed, more.get("family", False), problem.version
        )
        return await confirm_facts(tx, command)


async def duty(living: World, who: RequestIdentity, problem: ProblemRow) -> rules.NextStep:
    async with living.api.read(who, "test.next") as tx:
        case = await load_case_of(tx, problem.dossier_id)
        facts = case.facts_of(problem.id)
        assert facts is not None
        first = rules.next_steps(case.model, case.facts, facts, tx.now)[0]
    assert first.kind is Kind.NOTIFY
    return first


@pytest.mark.parametrize("fact", ["violence_concern", "violence_suspicion"])
async def test_RA_20_confirmed_concern_or_suspicion_of_violence_points_to_the_underretning(
    living: World, fact: str
) -> None:
    problem = await opened(living)
    before = await duty(living, living.north.who("leader"), problem)
    assert before.allowed
    assert not before.advised
    problem = await confirmed(living, problem, fact)
    after = await duty(living, living.north.who("leader"), problem)
    assert after.allowed
    assert after.advised
    # Taken back, and it does not point there any more; that it once did stays written, with who and when.
    problem = await confirmed(living, problem)
    assert not (await duty(living, living.north.who("leader"), problem)).advised
    async with living.api.read(living.north.who("leader"), "test.history") as tx:
        history = await store.confirmations(tx, problem.id)
        assert [(await store.confirmed(tx, row)).facts for row in history] == [(fact,), ()]
        assert {row.confirmed_by for row in history} == {living.north.id("leader")}


async def test_RA_21_a_confirmed_way_in_opens_level_5(living: World) -> None:
    problem = await opened(living)
    async with living.api.write(living.north.who("leader"), "test.move") as tx:
        with pytest.raises(UserError) as refused:
            await move_level(tx, MoveLevel(problem.id, 5, problem.version, reason="Haster"))
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    problem = await confirmed(living, problem, "family_asks")
    async with living.api.write(living.north.who("leader"), "test.move") as tx:
        moved = await move_level(tx, MoveLevel(problem.id, 5, problem.version))
    assert moved.level == 5


async def test_RA_03_discussed_without_a_name_is_said_and_never_looked_up(living: World) -> None:
    problem = await opened(living)
    supplied: dict[str, Any] = {"leader_involved": True, "parents_involved": True}
    async with living.api.write(living.north.who("leader"), "test.move") as tx:
        with pytest.raises(UserError) as refused:
            await move_level(tx, MoveLevel(problem.id, 3, problem.version, **supplied))
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    problem = await confirmed(living, problem, discussed=frozenset({2}))
    async with living.api.write(living.north.who("leader"), "test.move") as tx:
        assert (await move_level(tx, MoveLevel(problem.id, 3, problem.version, **supplied))).level == 3


async def test_RA_18_a_specialised_effort_confirmed_later_is_reassessed_too(living: World) -> None:
    problem = await opened(living, level=4)

    async def due() -> list[str]:
        async with living.behind_the_walls() as connection:
            rows = await connection.fetch(
                "select key from deadline where problem_id = $1 and state = 'open'", problem.id
            )
            return [row["key"] for row in rows]

    assert await due() == []
    problem = await confirmed(living, problem, "specialised_effort")
    assert await due() == ["specialised_effort"]
    await confirmed(living, problem)
    assert await due() == []


async def test_RA_19_level_5_takes_that_it_is_about_the_family(living: World) -> None:
    problem = await opened(living, level=4)
    problem = await confirmed(living, problem, "outreach_referral", "contact_with_family", "outreach_effort")
    async with living.api.read(living.north.who("leader"), "test.case") as tx:
        case = await load_case_of(tx, problem.dossier_id)
        assert not rules.may_move(case.model, case.facts, known_of(case, problem.id), 5, tx.now).allowed
    problem = await confirmed(
        living, problem, "outreach_referral", "contact_with_family", "outreach_effort", family=True
    )
    async with living.api.read(living.north.who("leader"), "test.case") as tx:
        case = await load_case_of(tx, problem.dossier_id)
        assert rules.may_move(case.model, case.facts, known_of(case, problem.id), 5, tx.now).allowed


async def test_a_family_is_told_none_of_it_and_the_database_would_refuse(living: World) -> None:
    problem = await confirmed(living, await opened(living), "violence_suspicion")
    async with living.api.read(living.north.who("mother"), "test.family") as tx:
        case = await load_case(tx, living.north.id("child"))
        assert all(not known.facts for known in case.facts.problems)
    with pytest.raises(Exception, match="permission denied"):
        async with living.api.read(living.north.who("mother"), "test.family") as tx:
            await store.confirmations(tx, problem.id)


async def test_what_is_not_in_the_model_and_an_old_version_are_refused(living: World) -> None:
    problem = await opened(living)
    with pytest.raises(UserError) as refused:
        await confirmed(living, problem, "made_up")
    assert refused.value.code is ErrorCode.INVALID_INPUT
    with pytest.raises(UserError) as refused:
        await confirmed(living, problem, discussed=frozenset({3}))
    assert refused.value.message_key == "problem.never_anonymous"
    await confirmed(living, problem, "family_asks")
    with pytest.raises(UserError) as refused:
        await confirmed(living, problem, "family_asks")
    assert refused.value.code is ErrorCode.CONFLICT


async def test_nobody_else_confirms_anything(living: World) -> None:
    problem = await opened(living, "neighbour")
    for who in (living.north.who("teacher"), living.south.who("leader"), living.north.who("mother")):
        async with living.api.write(who, "test.confirm") as tx:
            with pytest.raises(UserError) as refused:
                await confirm_facts(
                    tx, ConfirmFacts(problem.id, frozenset(), frozenset(), False, problem.version)
                )
            assert refused.value.code in (ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN)


async def test_what_was_confirmed_before_days_were_written_happened_on_the_day_of_confirming(
    living: World,
) -> None:
    problem = await confirmed(living, await opened(living), "family_asks")
    who = living.north.who("leader")
    async with living.api.read(who, "test.old") as tx:
        (row,) = await store.confirmations(tx, problem.id)
        days = (await store.confirmed(tx, row)).days
        assert days == {"family_asks": local_day(tx.now)}
    async with living.worker.write(living.north.system, "test.old") as tx:
        old = store.ConfirmedFacts(("family_asks",))
        sealed = await tx.seal(SealLabel.CONFIRMATION, problem.dossier_id, row.id, old)
    async with living.behind_the_walls() as db:
        await db.execute("update confirmation set sealed = $2 where id = $1", row.id, sealed)
    await living.advance(3 * 86400)
    async with living.api.read(who, "test.old") as tx:
        facts = (await load_case_of(tx, problem.dossier_id)).facts_of(problem.id)
        assert facts is not None
        assert {event.fact: event.on for event in facts.events} == days


async def test_RA_18_an_effort_that_began_later_is_reassessed_from_its_own_day(living: World) -> None:
    problem = await opened(living, level=4)
    await living.advance(60 * 86400)
    async with living.api.write(living.north.who("leader"), "test.confirm") as tx:
        began = local_day(tx.now) - timedelta(days=20)
        asked = ConfirmFacts(
            problem.id, frozenset({"specialised_effort"}), frozenset(), False, problem.version, on=began
        )
        await confirm_facts(tx, asked)
    async with living.behind_the_walls() as connection:
        due_at = await connection.fetchval(
            "select due_at from deadline where problem_id = $1 and state = 'open'", problem.id
        )
    assert add_months(began, 6) <= last_day(due_at) <= add_months(began, 6) + timedelta(days=6)
