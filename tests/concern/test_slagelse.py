"""The same on Slagelse's model: violence goes past the meeting, and what is hoped for is only counted."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from services.core.casework.service import load_case, load_case_of
from services.core.deadline.service import deadlines_of_underretning
from services.core.errors import UserError
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.problem import rules
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.service import OpenProblem, open_problem
from services.core.reactions import REACTIONS
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.builders.world import MODEL, World, build
from tests.concern.facts import known_of
from tests.environment import Databases


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def slagelse(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    model = MODEL.with_name("slagelse")
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built


async def test_SL_05_violence_goes_to_underretning_at_once_and_never_by_way_of_the_meeting(
    slagelse: World,
) -> None:
    town = slagelse.north
    async with slagelse.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("child"), "", "Uro"))
        facts = frozenset({"violence_concern"})
        await confirm_facts(tx, ConfirmFacts(problem.id, facts, frozenset(), False, problem.version))
    async with slagelse.api.read(town.who("leader"), "test.next") as tx:
        case = await load_case_of(tx, problem.dossier_id)
        steps = rules.next_steps(case.model, case.facts, known_of(case, problem.id), tx.now)
    assert (steps[0].kind, steps[0].advised, steps[0].needs) == (rules.Kind.NOTIFY, True, ())
    async with slagelse.api.write(town.who("leader"), "test.send") as tx:
        row = await record_underretning(
            tx, RecordUnderretning(town.id("child"), "Blå mærker", problem.id, send=True)
        )
    assert row.state == "sent"
    for about in (problem.id, None):
        async with slagelse.api.write(town.who("leader"), "test.call") as tx:
            starts = tx.now + timedelta(days=14)
            called = CallMeeting(town.id("child"), "se_ske_moede", starts, "Skolen", about)
            with pytest.raises(UserError) as refused:
                await call_meeting(tx, called)
            assert "straks til underretning" in refused.value.text("da")
    async with slagelse.api.read(town.who("leader"), "test.due") as tx:
        dues = {due.key: due.due_at for due in await deadlines_of_underretning(tx, row.id)}
    assert row.sent_at is not None
    assert dues["assess"] - row.sent_at == timedelta(hours=24)


async def test_SL_07_that_fewer_are_expected_stands_in_nobody_s_way(slagelse: World) -> None:
    """The model has the expectation as a number to follow; no step, reason or refusal holds a word of it."""
    town = slagelse.north
    expected = [one.expectation.da for one in town.model.indicators if "underretning" in one.expectation.da]
    assert expected
    for _ in range(3):
        async with slagelse.api.write(town.who("teacher"), "test.send") as tx:
            row = await record_underretning(tx, RecordUnderretning(town.id("child"), "Igen", send=True))
            assert row.state == "sent"
    async with slagelse.api.read(town.who("teacher"), "test.next") as tx:
        case = await load_case(tx, town.id("child"))
        for problem in case.facts.problems:
            first = rules.next_steps(case.model, case.facts, problem, tx.now)[0]
            assert first.allowed
            assert not any(words in reason.text.da for reason in first.reasons for words in expected)
