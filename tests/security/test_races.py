"""Two requests of one moment: one of them is first, the other is told so, and nothing is there twice or lost."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import pytest

from services.core.casework import store as caseworks
from services.core.consent import store as consents
from services.core.person import reading
from services.core.problem import store as problems
from tests.security.hostile import Hostile, codes

OPEN: Final = "mutation ($input: OpenProblemInput!) { openProblem(input: $input) { problem { id version } errors { code } } }"
CLOSE_PROBLEM: Final = (
    "mutation ($input: CloseProblemInput!) { closeProblem(input: $input) { errors { code } } }"
)
CLOSE: Final = "mutation ($input: CloseCaseworkInput!) { closeCasework(input: $input) { errors { code } } }"
ASK: Final = "mutation ($input: AskConsentInput!) { askConsent(input: $input) { errors { code } } }"
GIVE: Final = "mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { errors { code } } }"
DECLINE: Final = (
    "mutation ($input: AnswerConsentInput!) { declineConsent(input: $input) { errors { code } } }"
)
WITHDRAW: Final = (
    "mutation ($input: AnswerConsentInput!) { withdrawConsent(input: $input) { errors { code } } }"
)
MOVE: Final = "mutation ($input: MoveLevelInput!) { moveLevel(input: $input) { errors { code } } }"


async def at_once(hostile: Hostile, *asked: tuple[str, str, Mapping[str, Any]]) -> Counter[str]:
    """The outcomes of requests sent in one moment: an error code, or "done"."""
    answers = await asyncio.gather(
        *(hostile.ask(name, document, {"input": given}) for name, document, given in asked)
    )
    assert not [answer for answer in answers if "errors" in answer], "who came second is told in the payload"
    return Counter(next(iter(codes(answer)), "done") for answer in answers)


def problem_of(hostile: Hostile, child: str) -> dict[str, Any]:
    return {"childId": str(hostile.world.north.id(child)), "track": "institution", "title": "Uro"}


async def test_a_child_gets_one_casework(hostile: Hostile) -> None:
    world, town = hostile.world, hostile.world.north
    given = problem_of(hostile, "neighbour")
    outcomes = await at_once(hostile, *[("leader", OPEN, given)] * 6)
    assert set(outcomes) <= {"done", "CONFLICT"}
    async with world.api.read(town.who("leader"), "test.read") as tx:
        rows = await tx.many(caseworks.CASEWORK_OF_CHILD, child_id=town.id("neighbour"))
        assert len(rows) == 1
        # Whoever was told "done" finds the problem again.
        assert len(await problems.problems(tx, rows[0].dossier_id)) == outcomes["done"] >= 1


async def test_nothing_is_added_to_a_casework_that_is_being_closed(hostile: Hostile) -> None:
    world, town = hostile.world, hostile.world.north
    for _ in range(5):
        made = await hostile.ask("leader", OPEN, {"input": problem_of(hostile, "sibling")})
        problem = made["data"]["openProblem"]["problem"]
        ended = {"problemId": problem["id"], "expectedVersion": problem["version"]}
        assert not codes(await hostile.ask("leader", CLOSE_PROBLEM, {"input": ended}))
        child = str(town.id("sibling"))
        asked = "query ($id: ID!) { child(id: $id) { version } }"
        version = (await hostile.ask("leader", asked, {"id": child}))["data"]["child"]["version"]
        outcomes = await at_once(
            hostile,
            ("leader", CLOSE, {"childId": child, "expectedVersion": version}),
            ("leader", OPEN, problem_of(hostile, "sibling")),
        )
        assert set(outcomes) <= {"done", "CONFLICT", "RULE_BLOCKED"}
        async with world.api.read(town.who("leader"), "test.read") as tx:
            for row in await tx.many(caseworks.CASEWORK_OF_CHILD, child_id=town.id("sibling")):
                still = [one for one in await problems.problems(tx, row.dossier_id) if one.status == "open"]
                assert row.closed_at is None or not still
                for one in still:
                    given = {"problemId": str(one.id), "expectedVersion": one.version}
                    assert not codes(await hostile.ask("leader", CLOSE_PROBLEM, {"input": given}))


async def test_a_question_is_asked_once_and_answered_once(hostile: Hostile) -> None:
    world, town = hostile.world, hostile.world.north
    await hostile.ask("leader", OPEN, {"input": problem_of(hostile, "child")})
    given = {"childId": str(town.id("child")), "purpose": "exchange"}
    outcomes = await at_once(hostile, *[("leader", ASK, given)] * 5)
    assert set(outcomes) <= {"done", "CONFLICT"}
    row = await only_consent(hostile, "mother")

    answer = {"consentId": str(row.id), "expectedVersion": row.version}
    yes = {**answer, "textVersion": row.text_version}
    outcomes = await at_once(
        hostile, *[("mother", GIVE, yes)] * 3, *[("mother", DECLINE, answer)] * 3, ("father", GIVE, yes)
    )
    # The father is another giver: to him this consent is not there.
    assert outcomes == {"done": 1, "CONFLICT": 5, "NOT_FOUND": 1}
    row = await only_consent(hostile, "mother")
    if row.state == "given":
        taken = {"consentId": str(row.id), "expectedVersion": row.version}
        outcomes = await at_once(hostile, *[("mother", WITHDRAW, taken)] * 4)
        assert outcomes == {"done": 1, "CONFLICT": 3}
    async with world.api.read(town.who("leader"), "test.read") as tx:
        child = await reading.child(tx, town.id("child"))
        assert child is not None
        assert child.casework_id is not None
        assert len(await consents.consents_of(tx, child.casework_id)) == 2  # one a holder


@pytest.mark.parametrize("times", [6])
async def test_a_level_moves_once(hostile: Hostile, times: int) -> None:
    made = await hostile.ask("leader", OPEN, {"input": problem_of(hostile, "child")})
    problem = made["data"]["openProblem"]["problem"]
    given = {
        "problemId": problem["id"],
        "expectedVersion": problem["version"],
        "toLevel": 3,
        "reason": "Det haster",
        "leaderInvolved": True,
        "parentsInvolved": True,
    }
    outcomes = await at_once(hostile, *[("leader", MOVE, given)] * times)
    assert outcomes["done"] == 1
    async with hostile.world.api.read(hostile.world.north.who("leader"), "test.read") as tx:
        row = await problems.problem(tx, UUID(problem["id"]))
        moves = [one for one in await problems.moves(tx, row.dossier_id) if one.problem_id == row.id]
        assert [one.to_level for one in moves] == [1, 3]


async def only_consent(hostile: Hostile, holder: str) -> consents.ConsentRow:
    """The one consent that a holder was asked for."""
    town = hostile.world.north
    async with hostile.world.api.read(town.who(holder), "test.read") as tx:
        (row,) = await consents.asked_of(tx, town.id(holder), before=None, limit=10)
    return row
