"""Death and moving away: what ends, when and for whom, and what nobody is told by a machine."""

from datetime import time, timedelta
from uuid import UUID

import pytest

from services.core.calendar.instants import local_day, local_instant
from services.core.casework import family
from services.core.casework.family import ChildMoved
from services.core.casework.service import close_casework, load_case
from services.core.errors import ErrorCode, UserError
from services.core.identity import DossierId
from services.core.meeting import store as meetings
from services.core.person import departures, reading
from services.core.person.periods import record_custody
from services.core.problem.service import OpenProblem, open_problem
from services.core.retention.service import due_of
from services.core.sweep import adulthood
from tests.builders.world import World
from tests.meeting.steps import called


async def seen(world: World, who: str) -> set[str]:
    """The children somebody sees, by their name in the town."""
    names = {person: name for name, person in world.north.people.ids.items()}
    async with world.api.read(world.north.who(who), "test.seen") as tx:
        return {names[child.id] for child in (await reading.children(tx, first=100)).items}


async def waiting(world: World, dossier: UUID, who: str) -> list[str]:
    """Kinds of what is still to go out to somebody about a dossier."""
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select distinct kind from message where dossier_id = $1 and recipient_id = $2 and state in ('planned', 'sending')",
            dossier,
            world.north.id(who),
        )
    return sorted(row["kind"] for row in rows)


async def dossier_of(world: World, meeting: UUID) -> DossierId:
    async with world.worker.read(world.north.system, "test.dossier") as tx:
        return (await meetings.meeting(tx, meeting)).dossier_id


async def swept(world: World) -> None:
    for step in adulthood.STEPS:
        while await step.settle_next(world.worker, world.north.system):
            pass


async def test_a_holder_who_has_died_is_out_at_once_and_nothing_is_sent(living: World) -> None:
    town, father = living.north, living.north.id("father")
    meeting = await called(living)
    dossier = await dossier_of(living, meeting)
    assert await seen(living, "father") == {"child", "toddler"}
    assert await waiting(living, dossier, "father")
    async with living.api.write(town.who("teacher"), "test.death") as tx:
        today = local_day(tx.now)
        with pytest.raises(UserError) as ahead:
            await family.record_family_death(tx, town.id("child"), father, today + timedelta(days=1))
        assert ahead.value.field == ("input", "diedOn")
        row = await family.record_family_death(tx, town.id("child"), father, today - timedelta(days=3))
        assert (
            await family.record_family_death(tx, town.id("child"), father, today - timedelta(days=3)) == row
        )
    with pytest.raises(UserError) as refused:
        await seen(living, "father")
    assert refused.value.code is ErrorCode.UNAUTHENTICATED
    assert await waiting(living, dossier, "father") == []
    assert await waiting(living, dossier, "mother"), "the other parent is still invited"
    async with living.api.read(town.who("leader"), "test.circle") as tx:
        circle = {one.person_id: one.status for one in await meetings.participants(tx, meeting)}
        assert (circle[father], circle[town.id("mother")]) == ("removed", "invited")
        assert {one.person_id for one in await reading.holders(tx, town.id("child"))} == {town.id("mother")}
    async with living.worker.write(town.system, "test.again") as tx:
        # A register that has not heard of it does not bring custody back, nor anything that rests on it.
        await record_custody(tx, town.id("child"), father, tx.now - timedelta(days=300))
    await swept(living)
    async with living.behind_the_walls() as db:
        live = await db.fetchval(
            "select count(*) from access_grant where person_id = $1"
            " and (valid_until is null or valid_until > rundbord.machine_now() + interval '1 hour')",
            father,
        )
        told = await db.fetchval(
            "select count(*) from message where recipient_id = $1 and kind = 'access_ended'", father
        )
        let_in = await db.fetch("select * from rundbord.family_for_login($1, $2)", town.tenant, father)
    assert (live, told, let_in) == (0, 0, [])


async def test_a_death_recorded_by_mistake_is_taken_back(living: World) -> None:
    town, father = living.north, living.north.id("father")
    async with living.api.write(town.who("teacher"), "test.mistake") as tx:
        [row] = await departures.departures_of(tx, [father])
        assert await family.take_back_departure(tx, row.id, row.version) in {
            town.id("child"),
            town.id("toddler"),
        }
    async with living.api.read(town.who("leader"), "test.holders") as tx:
        holders = {one.person_id for one in await reading.holders(tx, town.id("child"))}
    assert holders == {town.id("mother"), father}


async def test_a_dead_childs_case_goes_to_closing_and_the_family_hears_nothing_from_a_machine(
    living: World,
) -> None:
    town, child = living.north, living.north.id("sibling")
    meeting = await called(living, "sibling")
    dossier = await dossier_of(living, meeting)
    assert "sibling" in await seen(living, "mother")
    # A register tells it: there are no reactions in the worker, so the walls act alone until the sweep.
    async with living.worker.write(town.system, "test.death") as tx:
        await departures.record_death(tx, child, local_day(tx.now))
    assert "sibling" not in await seen(living, "mother")
    assert "sibling" in await seen(living, "leader")
    await swept(living)
    for who in ("mother", "sibling", "psychologist", "teacher"):
        assert await waiting(living, dossier, who) == [], who
    async with living.behind_the_walls() as db:
        kinds = await db.fetch(
            "select distinct kind from message where recipient_id = $1 and state = 'planned'"
            " and occurrence_key like 'departure:%'",
            town.id("leader"),
        )
        assert [row["kind"] for row in kinds] == ["case_news"]
        ended = await db.fetchval(
            "select count(*) from message where recipient_id = $1 and kind = 'access_ended'",
            town.id("mother"),
        )
        open_ones = await db.fetchval(
            "select count(*) from deadline where dossier_id = $1 and state = 'open'", dossier
        )
    assert (ended, open_ones) == (0, 0)
    async with living.api.write(town.who("leader"), "test.close") as tx:
        assert (await meetings.meeting(tx, meeting)).status == "cancelled"
        case = await load_case(tx, child)
        assert case.casework is not None
        closed = await close_casework(tx, child, case.casework.version)
        assert closed.closed_at == tx.now
    async with living.behind_the_walls() as db:
        assert (
            await db.fetchval("select closed_reason from casework where dossier_id = $1", dossier) == "death"
        )


async def test_a_move_ends_access_at_its_midnight_closes_the_case_and_gives_the_next_municipality_nothing(
    living: World,
) -> None:
    """trap 20"""
    town, child = living.north, living.north.id("neighbour")
    async with living.behind_the_walls() as db:
        south = await db.fetchval("select count(*) from dossier where tenant_id = $1", living.south.tenant)
    async with living.api.write(town.who("leader"), "test.open") as tx:
        await open_problem(tx, OpenProblem(child, "institution", "Uro"))
    async with living.api.write(town.who("adviser"), "test.move") as tx:
        moves = local_day(tx.now) + timedelta(days=2)
        row = await family.record_child_moved(tx, ChildMoved(child, moves, "Sydby Kommune"))
        assert row.effective_at == local_instant(moves, time(0))
        casework = (await load_case(tx, child)).casework
        assert casework is not None
        dossier = casework.dossier_id
        left = row.effective_at - tx.now
    with pytest.raises(UserError) as refused:
        async with living.api.write(town.who("adviser"), "test.move") as tx:
            await family.record_child_moved(tx, ChildMoved(child, moves + timedelta(days=1)))
    assert refused.value.code is ErrorCode.CONFLICT
    await swept(living)
    assert await seen(living, "other_mother") == {"neighbour"}, "its day lies ahead"
    await living.advance(int(left.total_seconds()) - 30)
    assert await seen(living, "adviser") == {"neighbour"}
    await living.advance(60)
    # No sweep has run.
    assert await seen(living, "other_mother") == set()
    assert await seen(living, "adviser") == set()
    assert "neighbour" in await seen(living, "leader")
    await swept(living)
    async with living.api.write(town.who("leader"), "test.after") as tx:
        found = await reading.child(tx, child)
        assert found is not None
        assert found.closed_at is not None
        assert await due_of(tx, dossier) is not None
        [row] = await departures.departures_of(tx, [child])
        today = local_day(tx.now)
        said = "Mor har sagt ja til, at skolen ringer"
        agreed = await family.record_child_moved(tx, ChildMoved(child, moves, handover=said))
        assert (agreed.handover_agreed_on, agreed.handover_recorded_by) == (today, town.id("leader"))
    async with living.behind_the_walls() as db:
        assert (
            await db.fetchval("select closed_reason from casework where dossier_id = $1", dossier)
            == "move_out"
        )
        after = await db.fetchval("select count(*) from dossier where tenant_id = $1", living.south.tenant)
        sent = await db.fetchval(
            "select count(*) from message where dossier_id = $1 and kind <> 'case_news'", dossier
        )
    assert (after, sent) == (south, 0)


async def test_a_move_of_today_closes_the_case_in_the_same_breath(living: World) -> None:
    town, child = living.north, living.north.id("toddler")
    async with living.api.write(town.who("daycare_leader"), "test.open") as tx:
        await open_problem(tx, OpenProblem(child, "institution", "Uro"))
    async with living.api.write(town.who("health_visitor"), "test.move") as tx:
        await family.record_child_moved(tx, ChildMoved(child, local_day(tx.now)))
    assert "toddler" not in await seen(living, "mother")
    assert await seen(living, "health_visitor") == set()
    async with living.api.read(town.who("daycare_leader"), "test.closed") as tx:
        found = await reading.child(tx, child)
        assert found is not None
        assert found.closed_at is not None
        assert found.casework_id is not None
        assert await due_of(tx, found.casework_id) is not None


async def test_who_only_sees_a_child_records_neither(living: World) -> None:
    town = living.north
    for who in ("mother", "psychologist", "dpo"):
        with pytest.raises(UserError):
            async with living.api.write(town.who(who), "test.no") as tx:
                await family.record_family_death(tx, town.id("child"), None, local_day(tx.now))
        with pytest.raises(Exception, match=r"permission denied|NOT_FOUND"):
            async with living.api.write(town.who(who), "test.past") as tx:
                await departures.record_move_out(tx, town.id("child"), local_day(tx.now))
