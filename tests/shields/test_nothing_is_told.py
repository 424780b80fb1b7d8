"""Whoever the model keeps something from learns nothing of it, byte for byte, by any way that leads out of the system."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.core.consent import store as consents
from services.core.consent.recording import Inform, RecordAnswer, inform, record_answer
from services.core.consent.rules import AnswerState
from services.core.consent.service import ask_consent, give_consent
from services.core.errors import ErrorCode, UserError
from services.core.meeting import store as meetings
from services.core.meeting.answering import AnswerInvitation, add_agenda_item, answer_invitation
from services.core.person import onlookers
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem import store as problems
from services.core.problem.confirming import ConfirmCase, confirm_case
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import run_sweep
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.builders.world import World
from tests.isolation.asking import Asking, Who, alike
from tests.isolation.probes import queries
from tests.shields.cases import (
    FACT,
    Thing,
    confirm,
    known_family,
    log_of,
    mutate,
    open_one,
    view,
)

MOTHER, FATHER, LEADER, TEACHER = (Who("north", name) for name in ("mother", "father", "leader", "teacher"))
MEETING = "query($id: ID!) { meeting(id: $id) { id } }"


async def lived_in(asking: Asking, living: World, secret: Thing) -> None:
    """All that a family leaves in a meeting before anybody suspects anything."""
    town = living.north
    for name in ("mother", "father"):
        async with living.api.write(town.who(name), "mutation:answerInvitation") as tx:
            await answer_invitation(tx, AnswerInvitation(secret.meeting, "coming", "Vi kommer"))
            await add_agenda_item(tx, secret.meeting, "Vores punkt")
            await record_perspective(
                tx, RecordPerspective(secret.meeting, "parent", True, text="Sådan ser vi det")
            )
            for row in await consents.asked_of(tx, town.id(name), before=None, limit=10):
                if row.state == "asked":
                    await give_consent(tx, row.id, row.text_version, row.version)


async def arrived(living: World) -> None:
    """What waits in the outbox has been delivered."""
    async with living.behind_the_walls(living.north) as connection:
        await connection.execute(
            """update message set state = 'sent', settled_at = planned_at
               where state = 'planned' and not_before <= planned_at"""
        )


async def test_a_problem_that_is_kept_away_is_as_if_it_were_not(asking: Asking, living: World) -> None:
    """Every query and page of both parents, and the log, before it was opened and after it was confirmed."""
    town = living.north
    known = await open_one(living)
    await arrived(living)
    family = known_family(living, "child", known)
    before = {who: await view(asking, who, family) for who in (MOTHER, FATHER, LEADER)}
    logged = await log_of(asking, MOTHER, town.id("child"))
    secret = await open_one(living, others=("psychologist",))
    await lived_in(asking, living, secret)
    await arrived(living)
    during = await view(asking, MOTHER, family)
    changed = {name.split()[0] for name in during if during[name] != before[MOTHER][name]}
    assert {"meetings", "child", "messages", "consents", "/inbox", "/"} <= changed, (
        "the probe sees too little"
    )
    assert len(await log_of(asking, MOTHER, town.id("child"))) > len(logged)

    await confirm(living, secret.problem, FACT)
    for who in (MOTHER, FATHER):
        after = await view(asking, who, family)
        assert {name for name in after if after[name] != before[who][name]} == set()
        assert await log_of(asking, who, town.id("child")) == logged
    assert await view(asking, LEADER, family) != before[LEADER]
    logged = await log_of(asking, MOTHER, town.id("child"))  # with the leader's looks at what all may know of

    # Whatever is done about it from now on, and whoever looks at it.
    await mutate(
        asking, LEADER, "addAgendaItem", "AddAgendaItemInput", meetingId=str(secret.meeting), text="Hjælp"
    )
    await asking.graphql(TEACHER, MEETING, {"id": str(secret.meeting)})
    await asking.page(TEACHER, "GET", f"/meetings/{secret.meeting}")
    async with living.api.write(town.who("teacher"), "mutation:recordUnderretning") as tx:
        row = await record_underretning(
            tx, RecordUnderretning(town.id("child"), "Han er bange.", problem=secret.problem, send=True)
        )
    for path in ("/underretninger", f"/underretninger/{row.id}"):
        assert (await asking.page(TEACHER, "GET", path)).status == 200
    for who in (MOTHER, FATHER):
        after = await view(asking, who, family)
        assert {name for name in after if after[name] != before[who][name]} == set()
        assert await log_of(asking, who, town.id("child")) == logged
    assert len(await log_of(asking, LEADER, town.id("child"))) > len(logged)


async def test_that_somebody_looked_at_the_child_is_told_as_before(asking: Asking, living: World) -> None:
    """Only what was about what is kept away is not in the log: a look at the child is."""
    town = living.north
    secret = await open_one(living)
    await confirm(living, secret.problem, FACT)
    logged = await log_of(asking, MOTHER, town.id("child"))
    await asking.graphql(
        TEACHER, "query($id: ID!) { child(id: $id) { name } }", {"id": str(town.id("child"))}
    )
    now = await log_of(asking, MOTHER, town.id("child"))
    assert len(now) == len(logged) + 1
    assert now[0]["operation"] == "look"


async def test_what_is_kept_away_answers_as_what_does_not_exist(asking: Asking, living: World) -> None:
    secret = await open_one(living)
    await confirm(living, secret.problem, FACT)
    absent = uuid4()
    for id_ in (secret.meeting, secret.problem):
        said = await asking.graphql(MOTHER, MEETING, {"id": str(id_)})
        nothing = await asking.graphql(MOTHER, MEETING, {"id": str(absent)})
        assert alike(said, nothing, {str(id_): str(absent)})
    page = await asking.page(MOTHER, "GET", f"/meetings/{secret.meeting}")
    nothing = await asking.page(MOTHER, "GET", f"/meetings/{absent}")
    assert alike(page, nothing, {str(secret.meeting): str(absent)})
    for name, kind, more in (
        ("answerInvitation", "AnswerInvitationInput", {"answer": "COMING"}),
        ("addAgendaItem", "AddAgendaItemInput", {"text": "x"}),
        ("recordPerspective", "RecordPerspectiveInput", {"whose": "PARENT", "obtained": True, "text": "x"}),
    ):
        answers = [
            await mutate(asking, MOTHER, name, kind, meetingId=str(id_), **more)
            for id_ in (secret.meeting, absent)
        ]
        assert answers[0] == answers[1]
        assert "NOT_FOUND" in str(answers[0])


async def test_who_comes_in_only_by_it_is_not_among_those_who_can_see_the_child(living: World) -> None:
    town = living.north
    secret = await open_one(living, others=("psychologist",))
    await confirm(living, secret.problem, FACT)
    async with living.api.read(town.who("leader"), "test.read") as tx:
        assert town.id("psychologist") in {
            one.person_id for one in await onlookers.who_can_see(tx, town.id("child"))
        }
    async with living.api.read(town.who("mother"), "test.read") as tx:
        seen = await onlookers.who_can_see(tx, town.id("child"))
    assert town.id("teacher") in {one.person_id for one in seen}  # by a relation of its own
    assert not [one for one in seen if one.person_id == town.id("psychologist")]


async def test_the_first_thing_of_all_leaves_no_casework(asking: Asking, living: World) -> None:
    """A child of whom nothing was ever opened: that a casework is there would tell that there is something."""
    town = living.north
    family = known_family(living, "sibling", None)
    before = await view(asking, MOTHER, family)
    logged = await log_of(asking, MOTHER, town.id("sibling"))
    secret = await open_one(living, "sibling")
    await confirm(living, secret.problem, FACT)
    after = await view(asking, MOTHER, family)
    assert {name for name in after if after[name] != before[name]} == set()
    assert await log_of(asking, MOTHER, town.id("sibling")) == logged
    async with living.behind_the_walls(living.north) as connection:
        own = await connection.fetchval(
            "select count(*) from message where recipient_id = $1 and dossier_id = $2 and state <> 'cancelled'",
            town.id("mother"),
            secret.dossier,
        )
    assert own == 0


async def test_a_case_that_is_kept_away_as_a_whole_is_not_there(asking: Asking, living: World) -> None:
    town = living.north
    family = known_family(living, "neighbour", None)
    other_mother = Who("north", "other_mother")
    before = await view(asking, other_mother, family)
    logged = await log_of(asking, other_mother, town.id("neighbour"))
    thing = await open_one(living, "neighbour")
    await arrived(living)
    assert await view(asking, other_mother, family) != before
    async with living.api.write(town.who("leader"), "mutation:confirmCaseFacts") as tx:
        case = await problems.problem(tx, thing.problem)
        version = await _casework_version(living, case.dossier_id)
        await confirm_case(tx, ConfirmCase(town.id("neighbour"), frozenset({FACT}), version))
    after = await view(asking, other_mother, family)
    assert {name for name in after if after[name] != before[name]} == set()
    assert await log_of(asking, other_mother, town.id("neighbour")) == logged


@pytest.mark.parametrize("child", ["toddler", "child"])
async def test_an_underretning_leaves_no_trace_where_no_shield_holds_either(
    asking: Asking, living: World, child: str
) -> None:
    """From its writing to its receipt: no answer, page, count, line or gap; whether anything else is open or not."""
    town = living.north
    who = Who("north", "health_visitor" if child == "toddler" else "teacher")
    family = known_family(living, child, await open_one(living) if child == "child" else None)
    await arrived(living)
    await living.advance(26 * 3600)  # what one may take back for an hour is settled
    await run_sweep(living.worker, Path(), town.tenant, SweepKind.DEADLINES)
    before, logged = await view(asking, MOTHER, family), await log_of(asking, MOTHER, town.id(child))
    async with living.api.write(town.who(who.name), "mutation:recordUnderretning") as tx:
        row = await record_underretning(tx, RecordUnderretning(town.id(child), "Blå mærker."))
    for path in ("/underretninger", f"/underretninger/{row.id}"):
        assert (await asking.page(who, "GET", path)).status == 200
    for name, kind, more in (
        ("sendUnderretning", "SendUnderretningInput", {}),
        ("settleUnderretning", "SettleUnderretningInput", {"step": "assess"}),
    ):
        said = await mutate(asking, who, name, kind, underretningId=str(row.id), **more)
        assert said["data"][name]["errors"] == []
    await living.advance(26 * 3600)  # the authority's first clocks have run out
    await run_sweep(living.worker, Path(), town.tenant, SweepKind.DEADLINES)
    after = await view(asking, MOTHER, family)
    assert {name for name in after if after[name] != before[name]} == set()
    assert await log_of(asking, MOTHER, town.id(child)) == logged


async def test_the_young_person_sees_what_is_kept_from_the_parents_alone(living: World) -> None:
    """The wall is each one's own: a mark names who it is for."""
    secret = await open_one(living)
    await confirm(living, secret.problem, FACT)
    async with living.behind_the_walls(living.north) as connection:
        kinds = await connection.fetch("select kind from kept_away where problem_id = $1", secret.problem)
    assert {row["kind"] for row in kinds} == {"parent", "network"}


async def test_asking_them_is_refused_with_the_model_s_reason(asking: Asking, living: World) -> None:
    """Trap 8: nor is their answer written down, nor that they were told: a no would leave the child unprotected."""
    secret = await open_one(living)
    await confirm(living, secret.problem, FACT)
    async with living.api.write(living.north.who("leader"), "test.ask") as tx:
        with pytest.raises(UserError) as refused:
            await ask_consent(tx, living.north.id("child"), "exchange", secret.meeting)
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    assert "orienteres" in str(refused.value.texts)
    mother, child = living.north.id("mother"), living.north.id("child")
    async with living.api.write(living.north.who("leader"), "test.record") as tx:
        given = AnswerState.GIVEN
        for act in (
            record_answer(
                tx, RecordAnswer(child, "exchange", mother, given, "oral", tx.now, "Her", secret.meeting)
            ),
            inform(tx, Inform(child, mother, "At vi mødes", "letter", tx.now, secret.meeting)),
        ):
            with pytest.raises(UserError) as kept:
                await act
            assert kept.value.code is ErrorCode.RULE_BLOCKED


async def test_no_stored_answer_is_given_again(asking: Asking, living: World) -> None:
    """A request repeated with its idempotency key after the shield began tells nothing of what it answered before."""
    secret = await open_one(living)
    document = """mutation($input: AnswerInvitationInput!) { answerInvitation(input: $input) {
        meeting { id place } errors { code } } }"""
    given = {
        "query": document,
        "variables": {"input": {"meetingId": str(secret.meeting), "answer": "COMING"}},
    }
    headers = asking.headers(MOTHER) | {"idempotency-key": "once"}
    first = await asking.client.post("/graphql", json=given, headers=headers)
    assert "Skolen" in first.text
    await confirm(living, secret.problem, FACT)
    again = await asking.client.post("/graphql", json=given, headers=headers)
    assert "Skolen" not in again.text
    assert "NOT_FOUND" in again.text


async def test_the_probe_asks_a_family_everything_there_is(living: World) -> None:
    """A query that needs an id which a family never holds is another's; all the others were compared above."""
    family = known_family(living, "child", await open_one(living))
    asked = {
        one.name for one in queries() if {slot.kind for slot in one.slots} <= {"person", *family.targets}
    }
    assert {"child", "meeting", "meetings", "messages", "consents", "tasks", "whoCanSee"} <= asked


async def _casework_version(living: World, dossier: UUID) -> int:
    async with living.behind_the_walls(living.north) as connection:
        found: int = await connection.fetchval("select version from casework where dossier_id = $1", dossier)
    return found


async def test_meetings_that_follow_it_up_do_not_name_it(living: World) -> None:
    """The meeting before is not there for whom it is kept from, and nothing fails because of that."""
    town = living.north
    secret, known = await open_one(living), await open_one(living)
    async with living.behind_the_walls(living.north) as connection:
        await connection.execute(
            "update meeting set previous_id = $1 where id = $2", secret.meeting, known.meeting
        )
    await confirm(living, secret.problem, FACT)
    async with living.api.read(town.who("mother"), "test.read") as tx:
        assert (await meetings.meeting(tx, known.meeting)).previous_id == secret.meeting
        assert await tx.one(meetings.FIND_MEETING, id=secret.meeting) is None
