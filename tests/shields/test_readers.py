"""The family chooses who may read the record: each for themselves, and it is read by those whom all have chosen."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from services.core.errors import ErrorCode, UserError
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.concluding import ConcludeMeeting, conclude_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.readers import choose_readers, closed_records, own_choice, reason_of
from services.core.meeting.recording import MakeAgreement, fill_form, make_agreement
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.person.periods import record_custody
from services.core.perspective import store as told
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.service import OpenProblem, open_problem
from services.core.problem.store import problem as find_problem
from services.core.reactions import REACTIONS
from tests.builders.world import World, build
from tests.environment import Databases
from tests.shields.cases import FACT
from tests.shields.conftest import shielded

CHOSEN, UNSEEN = "netvaerksmoede_3", "netvaerksmoede_4"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town_of_choice(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    """Randers where the family chooses the readers of one type, and does not see the record of another."""
    model = shielded(tmp_path_factory.mktemp("model"))
    for key, line in ((CHOSEN, "chooses_readers = true"), (UNSEEN, "sees_record = false")):
        file = model / "meetings" / f"{key}.toml"
        text = file.read_text("utf-8").replace("sees_record = true\n", "")
        file.write_text(text.replace("[family]\n", f"[family]\n{line}\n", 1), "utf-8")
    async with build(databases, tmp_path_factory.mktemp("keys"), REACTIONS, model) as built:
        yield built
    shutil.rmtree(model)


async def held(world: World, kind: str = CHOSEN, child: str = "child") -> UUID:
    """A meeting that was held, with everything that makes a record."""
    town = world.north
    async with world.api.write(town.who("leader"), "test.call") as tx:
        problem = await open_problem(tx, OpenProblem(town.id(child), "institution", "Uro"))
        meeting = await call_meeting(
            tx,
            CallMeeting(
                child=town.id(child),
                type=kind,
                starts_at=tx.now + timedelta(days=14),
                place="Skolen",
                problem=problem.id,
                choices=(Choice("staff", person=town.id("teacher")),),
                reason="Det haster.",
            ),
        )
    await world.advance(15 * 86400)
    async with world.api.write(town.who("leader"), "test.hold") as tx:
        circle = [one for one in await store.participants(tx, meeting.id) if one.status == "invited"]
        row = await store.meeting(tx, meeting.id)
        await hold_meeting(tx, HoldMeeting(meeting.id, tuple(one.id for one in circle), row.version))
        form = await store.form(tx, meeting.id)
        if form is not None:
            await fill_form(tx, meeting.id, {"problem": "Uro"}, complete=False, expected_version=form.version)
        leader = next(one for one in circle if one.person_id == town.id("leader"))
        await make_agreement(tx, MakeAgreement(meeting.id, "Daglig snak", leader.id, close_to_child=True))
        await record_perspective(
            tx,
            RecordPerspective(
                meeting.id, "child", True, text="Barnets ord", for_parents=True, for_guests=True
            ),
        )
    return meeting.id


async def record_seen(world: World, name: str, meeting: UUID) -> set[str]:
    """What of the record's parts somebody is given by the database."""
    async with world.api.read(world.north.who(name), "test.read") as tx:
        assert (await store.meeting(tx, meeting)).id == meeting, "the meeting itself is seen"
        found = {
            "form": await store.form(tx, meeting) is not None,
            "perspectives": bool(await told.perspectives(tx, meeting)),
            "agreements": bool(await store.agreements(tx, meeting)),
            "outcome": meeting not in await closed_records(tx),
        }
    return {part for part, seen in found.items() if seen}


async def choose(world: World, name: str, meeting: UUID, *people: str) -> None:
    """One of the family chooses these professionals and no others."""
    async with world.api.write(world.north.who(name), "test.choose") as tx:
        wanted = {world.north.id(person) for person in people}
        readers = [one.id for one in await store.participants(tx, meeting) if one.person_id in wanted]
        before = await own_choice(tx, meeting)
        await choose_readers(tx, meeting, readers, before.version if before else 0)


EVERYTHING = {"form", "perspectives", "agreements", "outcome"}


async def test_until_all_of_the_family_have_chosen_only_they_and_who_leads_it_read(
    town_of_choice: World,
) -> None:
    world = town_of_choice
    meeting = await held(world)
    for name in ("leader", "mother", "father"):
        assert await record_seen(world, name, meeting) == EVERYTHING
    assert await record_seen(world, "teacher", meeting) == set()
    await choose(world, "mother", meeting, "teacher")
    assert await record_seen(world, "teacher", meeting) == set()
    await choose(world, "father", meeting)
    assert await record_seen(world, "teacher", meeting) == set()
    await choose(world, "father", meeting, "teacher")
    assert await record_seen(world, "teacher", meeting) == EVERYTHING
    await choose(world, "mother", meeting)  # changed her mind: closed in the same breath
    assert await record_seen(world, "teacher", meeting) == set()


async def test_one_parent_s_choice_tells_the_other_nothing(town_of_choice: World) -> None:
    world = town_of_choice
    meeting = await held(world)
    await choose(world, "mother", meeting, "teacher")
    async with world.api.read(world.north.who("father"), "test.read") as tx:
        assert await own_choice(tx, meeting) is None
    for name in ("leader", "teacher"):
        with pytest.raises(Exception, match="permission denied"):
            async with world.api.read(world.north.who(name), "test.read") as tx:
                await own_choice(tx, meeting)
    await choose(world, "father", meeting)
    async with world.api.read(world.north.who("mother"), "test.read") as tx:
        mine = await own_choice(tx, meeting)
        assert mine is not None
        assert (len(mine.readers), mine.version) == (1, 1)


async def test_a_holder_who_comes_later_is_asked_too_and_one_who_loses_custody_counts_no_more(
    town_of_choice: World,
) -> None:
    world = town_of_choice
    meeting = await held(
        world, child="sibling"
    )  # 17, custody: mother alone; sees the own case, so chooses too
    await choose(world, "mother", meeting, "teacher")
    async with world.behind_the_walls() as connection:
        young = await connection.fetchval(
            "select count(*) from access_grant where reason = 'self' and person_id = $1",
            world.north.id("sibling"),
        )
        assert young, "from the model's age the young person has an access of their own"
        # As if they had chosen it too: their own login is another test's.
        await connection.execute(
            """insert into reader_choice (tenant_id, id, dossier_id, meeting_id, chooser_id, readers, chosen_at)
               select tenant_id, gen_random_uuid(), dossier_id, meeting_id, $2, readers, chosen_at
               from reader_choice where meeting_id = $1""",
            meeting,
            world.north.id("sibling"),
        )
    # The teacher is no sibling's class teacher: sees the case by the meeting, and reads what was chosen for him.
    assert await record_seen(world, "teacher", meeting) == EVERYTHING
    async with world.worker.write(world.north.system, "test.custody") as tx:
        await record_custody(
            tx, world.north.id("sibling"), world.north.id("father"), tx.now - timedelta(days=1)
        )
    assert await record_seen(world, "teacher", meeting) == set()
    async with world.worker.write(world.north.system, "test.custody") as tx:
        ended = tx.now - timedelta(seconds=1)
        await record_custody(
            tx, world.north.id("sibling"), world.north.id("father"), tx.now - timedelta(days=2), ended
        )
    assert await record_seen(world, "teacher", meeting) == EVERYTHING


async def test_what_one_is_to_do_oneself_one_may_read(town_of_choice: World) -> None:
    world = town_of_choice
    meeting = await held(world)
    async with world.api.write(world.north.who("leader"), "test.agree") as tx:
        teacher = next(
            one for one in await store.participants(tx, meeting) if one.person_id == world.north.id("teacher")
        )
        mine = await make_agreement(tx, MakeAgreement(meeting, "Ring hjem", teacher.id, close_to_child=True))
    async with world.api.read(world.north.who("teacher"), "test.read") as reader:
        assert [row.id for row in await store.agreements(reader, meeting)] == [mine.id]
        assert await store.form(reader, meeting) is None


async def test_the_reason_of_the_outcome_is_part_of_the_record(town_of_choice: World) -> None:
    world = town_of_choice
    meeting = await held(world)
    async with world.api.write(world.north.who("leader"), "test.conclude") as tx:
        form = await store.form(tx, meeting)
        assert form is not None
        told = dict.fromkeys(("problem", "tried_locally", "protective_factors", "new_possibilities"), "Noget")
        await fill_form(tx, meeting, told, complete=True, expected_version=form.version)
        await record_perspective(tx, RecordPerspective(meeting, "parent", True, text="Forældrenes ord"))
        version = (await store.meeting(tx, meeting)).version
        await conclude_meeting(tx, ConcludeMeeting(meeting, "consultative", version, reason="Derfor"))

    async def reason_for(name: str) -> str:
        async with world.api.read(world.north.who(name), "test.read") as tx:
            return await reason_of(tx, await store.meeting(tx, meeting))

    assert [await reason_for(name) for name in ("leader", "teacher", "mother")] == ["Derfor", "", ""]
    for name in ("mother", "father"):
        await choose(world, name, meeting, "teacher")
    assert [await reason_for(name) for name in ("leader", "teacher", "mother")] == ["Derfor", "Derfor", ""]
    async with world.api.read(world.north.who("teacher"), "test.read") as reader:
        row = await store.meeting(reader, meeting)
        assert (await store.meeting_details(reader, row)).conclusion_reason == "", "it stands nowhere else"


async def test_who_must_not_know_is_not_asked_and_the_law_decides(town_of_choice: World) -> None:
    """A shield: the circle works on, whomever the parents would have let read."""
    world = town_of_choice
    meeting = await held(world)
    async with world.api.write(world.north.who("leader"), "test.confirm") as tx:
        row = await store.meeting(tx, meeting)
        assert row.problem_id is not None
        about = await find_problem(tx, row.problem_id)
        await confirm_facts(tx, ConfirmFacts(about.id, frozenset({FACT}), frozenset(), False, about.version))
    assert await record_seen(world, "teacher", meeting) == EVERYTHING
    async with world.api.write(world.north.who("mother"), "test.choose") as tx:
        with pytest.raises(UserError) as refused:
            await choose_readers(tx, meeting, [], 0)
        assert refused.value.code is ErrorCode.NOT_FOUND


async def test_where_the_model_says_so_the_family_does_not_see_the_record(town_of_choice: World) -> None:
    world = town_of_choice
    meeting = await held(world, UNSEEN)
    assert await record_seen(world, "mother", meeting) == set()
    assert await record_seen(world, "teacher", meeting) >= {"perspectives", "agreements", "outcome"}
    async with world.api.write(world.north.who("mother"), "test.view") as tx:
        mine = await record_perspective(tx, RecordPerspective(meeting, "parent", True, text="Mine egne ord"))
    async with world.api.read(world.north.who("mother"), "test.read") as tx:
        assert [row.id for row in await told.perspectives(tx, meeting)] == [mine.id]


async def test_only_the_family_chooses_only_where_it_may_and_only_of_the_circle(
    town_of_choice: World,
) -> None:
    world = town_of_choice
    meeting, other = await held(world), await held(world, UNSEEN)
    async with world.api.write(world.north.who("leader"), "test.choose") as tx:
        with pytest.raises(UserError) as refused:
            await choose_readers(tx, meeting, [], 0)
        assert refused.value.code is ErrorCode.FORBIDDEN
        parent = next(one.id for one in await store.participants(tx, meeting) if one.kind == "parent")
    for about, readers, code in (
        (other, [], ErrorCode.RULE_BLOCKED),
        (meeting, [parent], ErrorCode.INVALID_INPUT),
    ):
        async with world.api.write(world.north.who("mother"), "test.choose") as tx:
            with pytest.raises(UserError) as refused:
                await choose_readers(tx, about, readers, 0)
            assert refused.value.code is code
    await choose(world, "mother", meeting)
    async with world.api.write(world.north.who("mother"), "test.choose") as tx:
        for stale in (0, 7):
            with pytest.raises(UserError) as refused:
                await choose_readers(tx, meeting, [], stale)
            assert refused.value.code is ErrorCode.CONFLICT
