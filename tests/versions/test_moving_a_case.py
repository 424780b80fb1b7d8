"""A running case keeps its version until someone moves it, sees first what changes, and is reckoned anew (ALL-06)."""

from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest

from services.core.calendar.instants import local_day
from services.core.casework.moving import moves_of
from services.core.casework.service import load_case, load_case_of
from services.core.deadline.service import deadlines_of_case
from services.core.errors import ErrorCode, UserError
from services.core.identity import DossierId
from services.core.meeting import store as meetings
from services.core.meeting.concluding import ConcludeMeeting, conclude_meeting
from services.core.meeting.moving_case import Move, case_changes, move_case
from services.core.meeting.recording import MakeAgreement, fill_form, make_agreement
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.perspective.recording import RecordPerspective, record_perspective
from services.core.problem.confirming import ConfirmFacts, confirm_facts
from services.core.problem.service import OpenProblem, open_problem
from services.core.tenancy.language import Period, Unit
from services.core.tenancy.model import Model
from tests.builders.world import Town, World
from tests.meeting.steps import called
from tests.versions.towns import approves, operator_adds, replace


@pytest.fixture
def town(fresh: World) -> Town:
    return fresh.north


async def in_force(fresh: World, town: Town, model: Model) -> UUID:
    """Proposed by the operator, approved by the administrator."""
    added = await operator_adds(fresh, model)
    await approves(fresh, town, added.version_id, model, "administrator")
    return added.version_id


def sooner(model: Model) -> Model:
    """The specialised effort is judged every three months; who is asked for consent is asked from 16."""
    (again,) = model.reassessments
    return replace(
        model,
        reassessments=(replace(again, every=Period(3, Unit.MONTHS)),),
        purposes=tuple(replace(one, own_from_age=16) for one in model.purposes),
        population=replace(model.population, rights=()),
    )


def without_level_four(model: Model) -> Model:
    return replace(model, levels=tuple(one for one in model.levels if one.number != 4))


async def worked_on(fresh: World, town: Town) -> DossierId:
    """A problem on level 4 with a specialised effort; answers the casework's dossier."""
    async with fresh.api.write(town.who("leader"), "test.open") as tx:
        asked = OpenProblem(town.id("child"), "institution", "Uro", level=4, reason="Det haster.")
        problem = await open_problem(tx, asked)
    async with fresh.api.write(town.who("leader"), "test.confirm") as tx:
        facts = frozenset({"specialised_effort"})
        await confirm_facts(tx, ConfirmFacts(problem.id, facts, frozenset(), False, problem.version))
    return problem.dossier_id


async def version_of(fresh: World, town: Town, name: str = "child") -> int:
    async with fresh.api.read(town.who("leader"), "test.case") as tx:
        case = await load_case(tx, town.id(name))
        assert case.casework is not None
        return case.casework.version


async def looks(fresh: World, town: Town, to: UUID | None = None, by: str = "leader") -> Move:
    async with fresh.api.read(town.who(by), "query:caseChanges") as tx:
        found = await case_changes(tx, town.id("child"), to)
        assert found is not None
        return found


async def moves(fresh: World, town: Town, to: UUID, by: str = "leader", version: int | None = None) -> None:
    expected = await version_of(fresh, town) if version is None else version
    async with fresh.api.write(town.who(by), "mutation:moveCaseToVersion") as tx:
        await move_case(tx, town.id("child"), to, expected)


async def due(fresh: World, town: Town, dossier: DossierId) -> set[tuple[str, int]]:
    """Open deadlines of the case, each with in how many days it is due."""
    async with fresh.api.read(town.who("leader"), "test.due") as tx:
        rows = await deadlines_of_case(tx, dossier)
        today = local_day(tx.now)
        return {(row.key, (local_day(row.due_at) - today).days) for row in rows if row.done_at is None}


async def test_ALL_06_a_case_stays_until_it_is_moved_and_is_then_reckoned_anew(
    fresh: World, town: Town
) -> None:
    dossier = await worked_on(fresh, town)
    before = await due(fresh, town, dossier)
    newer = await in_force(fresh, town, sooner(town.model))
    assert await due(fresh, town, dossier) == before, "nothing moves a case by itself"
    told = await looks(fresh, town, newer)
    assert [one.kind for one in told.changes] == ["own_access", "reassessment"]
    assert not told.blocks
    await moves(fresh, town, newer)
    (old,), (new,) = ({days for _, days in rows} for rows in (before, await due(fresh, town, dossier)))
    assert old > 150 > 100 > new > 80
    async with fresh.api.read(town.who("leader"), "test.moved") as tx:
        case = await load_case(tx, town.id("child"))
        assert case.model_version == newer
        (row,) = await moves_of(tx, dossier)
        assert (row.to_version_id, row.moved_by) == (newer, town.id("leader"))
        assert case.casework is not None
        birthday = case.casework.self_access_from
    assert birthday is not None
    assert case.child.born_on is not None
    assert local_day(birthday).year - case.child.born_on.year == 16


async def test_what_is_lost_blocks_and_is_named(fresh: World, town: Town) -> None:
    await worked_on(fresh, town)
    newer = await in_force(fresh, town, without_level_four(town.model))
    told = await looks(fresh, town, newer)
    assert [one.kind for one in told.blocks] == ["level_lost"]
    with pytest.raises(UserError) as refused:
        await moves(fresh, town, newer)
    assert (refused.value.code, refused.value.rule_id) == (ErrorCode.RULE_BLOCKED, "ALL-06")
    assert "Niveau 4" in refused.value.text("da")


async def test_a_called_meeting_goes_on_under_the_version_it_was_called_under(
    fresh: World, town: Town
) -> None:
    meeting = await called(fresh)
    newer = await in_force(fresh, town, sooner(town.model))
    await moves(fresh, town, newer)
    async with fresh.api.read(town.who("leader"), "test.meeting") as tx:
        row = await meetings.meeting(tx, meeting)
        case = await load_case_of(tx, row.dossier_id)
        under = await load_case_of(tx, row.dossier_id, under=row.model_version_id)
    assert row.model_version_id != newer == case.model_version
    assert under.model_version == row.model_version_id
    assert under.model.reassessments == town.model.reassessments != case.model.reassessments


def without_progress(model: Model) -> Model:
    """The level 3 meeting has an outcome less."""
    return replace(
        model,
        meetings=tuple(
            replace(one, outcomes=tuple(way for way in one.outcomes if way.key != "progress"))
            if one.key == "netvaerksmoede_3"
            else one
            for one in model.meetings
        ),
    )


async def test_it_is_held_and_concluded_by_its_own_and_followed_by_the_new(fresh: World, town: Town) -> None:
    meeting = await called(fresh)
    newer = await in_force(fresh, town, without_progress(town.model))
    await moves(fresh, town, newer)
    await fresh.advance(15 * 86400)
    async with fresh.api.write(town.who("leader"), "test.hold") as tx:
        circle = await meetings.participants(tx, meeting)
        row = await meetings.meeting(tx, meeting)
        await hold_meeting(tx, HoldMeeting(meeting, tuple(one.id for one in circle), row.version))
        for whose in ("child", "parent"):
            await record_perspective(tx, RecordPerspective(meeting, whose, False, attempts="Ringet to gange"))
        form = await meetings.form(tx, meeting)
        assert form is not None
        asked = ("problem", "tried_locally", "protective_factors", "new_possibilities")
        await fill_form(tx, meeting, dict.fromkeys(asked, "x"), complete=False, expected_version=form.version)
        day = local_day(tx.now) + timedelta(days=7)
        await make_agreement(
            tx, MakeAgreement(meeting, "Daglig snak", circle[-1].id, day, close_to_child=True)
        )
    async with fresh.api.write(town.who("leader"), "test.conclude") as tx:
        row = await meetings.meeting(tx, meeting)
        at = tx.now + timedelta(days=30)
        command = ConcludeMeeting(meeting, "progress", row.version, follow_up_starts_at=at)
        done = await conclude_meeting(tx, command)
        following = await meetings.following(tx, done)
    assert following is not None
    assert (done.outcome, following.model_version_id) == ("progress", newer)
    async with fresh.api.write(town.who("leader"), "test.other") as tx:
        with pytest.raises(UserError):
            await conclude_meeting(tx, ConcludeMeeting(following.id, "progress", following.version))


async def test_a_called_meeting_that_can_lead_to_what_is_no_more_blocks(fresh: World, town: Town) -> None:
    await called(fresh)
    newer = await in_force(fresh, town, without_level_four(town.model))
    assert "meeting_called" in {one.kind for one in (await looks(fresh, town, newer)).blocks}


async def test_who_may_move_a_case(fresh: World, town: Town) -> None:
    """A lasting part in the case, or the unit's leader; seeing the child is not enough, and nobody else sees it."""
    await called(fresh)
    newer = await in_force(fresh, town, sooner(town.model))
    for name, code in (
        ("mother", ErrorCode.FORBIDDEN),
        ("psychologist", ErrorCode.NOT_FOUND),
        ("administrator", ErrorCode.NOT_FOUND),
        ("daycare_leader", ErrorCode.NOT_FOUND),
    ):
        with pytest.raises(UserError) as refused:
            await moves(fresh, town, newer, by=name)
        assert refused.value.code in (code, ErrorCode.FORBIDDEN), name
    await moves(fresh, town, newer, by="teacher")


async def test_only_to_the_version_in_force_and_only_once(fresh: World, town: Town) -> None:
    await worked_on(fresh, town)
    async with fresh.api.read(town.who("leader"), "test.case") as tx:
        own = (await load_case(tx, town.id("child"))).model_version
    with pytest.raises(UserError, match=r"casework\.follows_already"):
        await moves(fresh, town, own)
    waiting = await operator_adds(fresh, sooner(town.model))
    with pytest.raises(UserError, match=r"casework\.follows_already"):
        await moves(fresh, town, waiting.version_id)
    await approves(fresh, town, waiting.version_id, sooner(town.model), "administrator")
    version = await version_of(fresh, town)
    with pytest.raises(UserError, match="CONFLICT"):
        await moves(fresh, town, waiting.version_id, version=version + 1)
    with pytest.raises(UserError, match=r"casework\.version_not_in_force"):
        await moves(fresh, town, own)
    await moves(fresh, town, waiting.version_id)
    async with fresh.api.read(town.who("leader"), "query:caseChanges") as tx:
        assert await case_changes(tx, town.id("child")) is None
    with pytest.raises(UserError, match=r"casework\.follows_already"):
        await moves(fresh, town, waiting.version_id)


MOVE_BY_HAND = "update casework set model_version_id = $2 where tenant_id = $1"
OPEN_BY_HAND = "update casework set self_access_from = now() where tenant_id = $1 and $2::uuid is not null"


@pytest.mark.parametrize("statement", [MOVE_BY_HAND, OPEN_BY_HAND], ids=["to a proposal", "own access alone"])
async def test_the_database_moves_a_case_to_nothing_else(fresh: World, town: Town, statement: str) -> None:
    await worked_on(fresh, town)
    proposed = await operator_adds(fresh, sooner(town.model))
    with pytest.raises(asyncpg.CheckViolationError):
        await by_hand(fresh, town, statement, proposed.version_id)


async def by_hand(fresh: World, town: Town, statement: str, version: UUID) -> None:
    """As the leader, past the service."""
    async with fresh.api.write(town.who("leader"), "test.by_hand") as tx:
        await tx._connection.execute(statement, town.tenant, version)


async def test_a_child_without_a_running_case_has_nothing_to_move(fresh: World, town: Town) -> None:
    newer = await in_force(fresh, town, sooner(town.model))
    with pytest.raises(UserError) as refused:
        await looks(fresh, town, newer)
    assert refused.value.code is ErrorCode.NOT_FOUND
