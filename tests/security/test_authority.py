"""Seeing is not deciding: what an invited professional and each of a family may do, and nothing beyond."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import pytest
import pytest_asyncio

from services.core.consent import store as consents
from services.core.consent.service import give_consent
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.problem import store as problems
from services.core.problem.service import MoveLevel, OpenProblem, move_level, open_problem
from tests.builders.meetings import comes
from tests.security.hostile import Hostile, codes

ERRORS: Final = "errors { code }"


@dataclass(frozen=True)
class Case:
    """A meeting about the child, to which the psychologist is invited, with everyone's consent."""

    hostile: Hostile
    child: str
    problem: str
    problem_version: int
    meeting: str
    meeting_version: int
    form_version: int
    participants: dict[str, str]

    async def tried(self, name: str, mutation: str, given: dict[str, Any]) -> set[str]:
        """The codes of a mutation's answer."""
        kind = mutation[0].upper() + mutation[1:] + "Input"
        document = f"mutation ($input: {kind}!) {{ {mutation}(input: $input) {{ {ERRORS} }} }}"
        return codes(await self.hostile.ask(name, document, {"input": given}))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def case(hostile: Hostile) -> AsyncIterator[Case]:
    world, town = hostile.world, hostile.world.north
    async with world.api.write(town.who("leader"), "test.open") as tx:
        problem = await open_problem(tx, OpenProblem(town.id("child"), "institution", "Uro"))
        problem = await move_level(
            tx,
            MoveLevel(
                problem.id, 3, problem.version, reason="Haster", leader_involved=True, parents_involved=True
            ),
        )
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id("child"),
                type="netvaerksmoede_3",
                starts_at=tx.now + timedelta(days=20),
                place="Skolen",
                problem=problem.id,
                choices=(
                    Choice("staff", person=town.id("teacher")),
                    Choice("psychologist", person=town.id("psychologist")),
                    Choice("network", name="Mormor"),
                ),
                reason="Haster",
            ),
        )
    for holder in ("mother", "father"):
        async with world.api.write(town.who(holder), "test.consent") as tx:
            for row in await consents.asked_of(tx, town.id(holder), before=None, limit=10):
                await give_consent(tx, row.id, row.text_version, row.version)
    await comes(world, town, "psychologist", meeting.id)
    async with world.api.read(town.who("psychologist"), "test.read") as tx:
        meeting = await store.meeting(tx, meeting.id)
        form = await store.form(tx, meeting.id)
        assert form is not None
        circle = {str(row.person_id): str(row.id) for row in await store.participants(tx, meeting.id)}
    names = {str(identity): name for name, identity in town.people.ids.items()}
    yield Case(
        hostile,
        str(town.id("child")),
        str(problem.id),
        problem.version,
        str(meeting.id),
        meeting.version,
        form.version,
        {names[person]: row for person, row in circle.items() if person in names},
    )


def decisions(case: Case) -> dict[str, dict[str, Any]]:
    """Everything that decides in a case, with input that would do for one who may."""
    town = case.hostile.world.north
    meeting = {"meetingId": case.meeting, "expectedVersion": case.meeting_version}
    problem = {"problemId": case.problem, "expectedVersion": case.problem_version}
    later = "2199-01-01T09:00:00Z"
    return {
        "openProblem": {"childId": case.child, "track": "institution", "title": "Min egen"},
        "moveLevel": {
            **problem,
            "toLevel": 4,
            "reason": "x",
            "leaderInvolved": True,
            "parentsInvolved": True,
        },
        "closeProblem": problem,
        "offerCoordinator": {**problem, "personId": str(town.id("psychologist"))},
        "confirmFacts": {**problem, "facts": ["violence_concern"], "discussed": [], "familyRelated": True},
        "closeCasework": {"childId": case.child, "expectedVersion": 1},
        "askConsent": {"childId": case.child, "purpose": "measure"},
        "sendAgenda": meeting,
        "moveMeeting": {**meeting, "startsAt": later},
        "cancelMeeting": {**meeting, "reason": "x"},
        "holdMeeting": {**meeting, "attended": []},
        "concludeMeeting": {**meeting, "outcome": "progress"},
        "fillForm": {
            "meetingId": case.meeting,
            "expectedVersion": case.form_version,
            "values": [{"key": "problem", "value": "x"}],
        },
        "makeAgreement": {
            "meetingId": case.meeting,
            "what": "x",
            "responsibleParticipantId": case.participants["teacher"],
        },
        "recordPerspective": {"meetingId": case.meeting, "whose": "CHILD", "obtained": True, "text": "x"},
    }


async def test_one_who_is_only_invited_decides_nothing(case: Case) -> None:
    tried = {name: await case.tried("psychologist", name, given) for name, given in decisions(case).items()}
    assert tried == {key: {"FORBIDDEN"} for key in tried}


async def test_nobody_of_a_family_decides(case: Case) -> None:
    tried = {name: await case.tried("mother", name, given) for name, given in decisions(case).items()}
    assert tried == {key: {"FORBIDDEN"} for key in tried}


async def test_one_who_is_invited_calls_no_meeting_that_is_the_leaders(case: Case) -> None:
    given = {
        "childId": case.child,
        "problemId": case.problem,
        "type": "netvaerksmoede_3",
        "startsAt": "2031-01-06T09:00:00Z",
        "place": "Mit kontor",
        "reasonForSkipping": "x",
    }
    # Who knows the case is told of the rule; who sees one meeting of it can't judge what another would need.
    for name, code in (("psychologist", "FORBIDDEN"), ("teacher", "RULE_BLOCKED")):
        assert await case.tried(name, "callMeeting", given) == {code}, name


async def test_RA_13_a_level_that_the_leader_decides_is_not_moved_by_a_teacher(case: Case) -> None:
    given = {
        "problemId": case.problem,
        "expectedVersion": case.problem_version,
        "toLevel": 4,
        "reason": "x",
        "leaderInvolved": True,
        "parentsInvolved": True,
    }
    assert await case.tried("teacher", "moveLevel", given) == {"RULE_BLOCKED"}


async def test_a_thread_is_offered_to_nobody_who_has_left(case: Case) -> None:
    world, town = case.hostile.world, case.hostile.world.north
    async with world.behind_the_walls() as connection, connection.transaction():
        await connection.fetchval("select begin_system($1)", town.tenant)
        await connection.execute(
            "update employment set valid = tstzrange(lower(valid), now() - interval '1 day') where person_id = $1",
            town.id("health_visitor"),
        )
    given = {
        "problemId": case.problem,
        "expectedVersion": case.problem_version,
        "personId": str(town.id("health_visitor")),
    }
    assert await case.tried("leader", "offerCoordinator", given) == {"INVALID_INPUT"}


@pytest.mark.parametrize("whose", ["CHILD", "PARENT"])
async def test_a_parent_speaks_for_a_parent_alone(case: Case, whose: str) -> None:
    given = {"meetingId": case.meeting, "whose": whose, "obtained": True, "text": "Sådan ser jeg det"}
    assert await case.tried("father", "recordPerspective", given) == (
        {"FORBIDDEN"} if whose == "CHILD" else set()
    )


async def test_what_a_parent_tells_is_not_the_other_parents(case: Case) -> None:
    seen = """query ($id: ID!) { meeting(id: $id) {
        perspectives { text } form { fields { key value } } participants { answer note } } }"""
    given = {
        "meetingId": case.meeting,
        "whose": "PARENT",
        "obtained": True,
        "text": "Hemmeligt for den anden",
    }
    assert not await case.tried("mother", "recordPerspective", given)
    answered = {"meetingId": case.meeting, "answer": "NOT_COMING", "note": "Ikke med ham"}
    assert not await case.tried("mother", "answerInvitation", answered)
    for name, knows in (("mother", True), ("father", False), ("leader", True)):
        said = str(await case.hostile.ask(name, seen, {"id": case.meeting}))
        assert ("Hemmeligt for den anden" in said) is knows
        assert ("Ikke med ham" in said) is knows
    # Under one heading of a form it is told apart: whose each is stands before it, for those who read both.
    assert not await case.tried("father", "recordPerspective", given | {"text": "Fars egne ord"})
    for name, named in (("father", False), ("leader", True)):
        said = str(await case.hostile.ask(name, seen, {"id": case.meeting}))
        assert ("Aase Prøve:\\nHemmeligt" in said) is named, said


async def test_the_childs_own_words_are_not_the_parents(case: Case) -> None:
    """Told by the child itself, they reach the parents neither as a perspective nor by way of a form's field."""
    world, town = case.hostile.world, case.hostile.world.north
    async with world.behind_the_walls() as connection:
        # As if the child had told it: it is ten, and logs in from fifteen.
        await connection.execute(
            "update perspective set recorded_by = $1, speaker_id = $1, whose = 'child' where recorded_by = $2",
            town.id("child"),
            town.id("mother"),
        )
    seen = "query ($id: ID!) { meeting(id: $id) { perspectives { text } form { fields { key value } } } }"
    for name, knows in (("mother", False), ("father", False), ("leader", True)):
        said = str(await case.hostile.ask(name, seen, {"id": case.meeting}))
        assert ("Hemmeligt for den anden" in said) is knows, name


async def test_the_thread_passes_only_by_the_one_who_is_asked(case: Case) -> None:
    town = case.hostile.world.north
    async with case.hostile.world.api.read(town.who("leader"), "test.read") as tx:
        version = (await problems.problem(tx, UUID(case.problem))).version
    offered = {"problemId": case.problem, "expectedVersion": version, "personId": str(town.id("teacher"))}
    assert not await case.tried("leader", "offerCoordinator", offered)
    taken = {"problemId": case.problem, "expectedVersion": version + 1}
    assert await case.tried("psychologist", "acceptCoordinator", taken) == {"FORBIDDEN"}
    assert not await case.tried("teacher", "acceptCoordinator", taken)
