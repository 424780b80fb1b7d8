"""One thread a problem: the outgoing holds it until the next accepts, and everyone knows who holds it (RA-05)."""

import asyncio
from uuid import UUID

import pytest

from services.core.casework.service import load_case_of
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity
from services.core.message.kinds import MessageKind
from services.core.person import onlookers
from services.core.problem import store
from services.core.problem.coordinating import contact_of
from services.core.problem.handover import (
    OfferCoordinator,
    accept_coordinator,
    decline_coordinator,
    offer_coordinator,
)
from services.core.problem.service import OpenProblem, close_problem, open_problem
from services.core.problem.store import CoordinatorRow, ProblemRow
from services.core.task.store import tasks
from tests.builders.world import Town, World


async def opened(living: World, child: str = "child", by: str = "leader", track: str = "home") -> ProblemRow:
    async with living.api.write(living.north.who(by), "test.open") as tx:
        return await open_problem(tx, OpenProblem(living.north.id(child), track, "Uro"))


async def offered(
    living: World, row: ProblemRow, to: str, by: str = "leader", place: str | None = None
) -> ProblemRow:
    async with living.api.write(living.north.who(by), "test.offer") as tx:
        version = (await store.problem(tx, row.id)).version
        return await offer_coordinator(tx, OfferCoordinator(row.id, living.north.id(to), version, place))


async def places(living: World, row: ProblemRow, who: str = "leader") -> dict[str, CoordinatorRow]:
    async with living.api.read(living.north.who(who), "test.places") as tx:
        return {one.place: one for one in await store.coordinators_of(tx, row)}


async def told(living: World, row: ProblemRow, kind: MessageKind) -> set[UUID]:
    async with living.behind_the_walls(living.north) as connection:
        rows = await connection.fetch(
            "select recipient_id from message where kind = $1 and occurrence_key like $2",
            kind.value,
            f"%{row.id}%",
        )
    return {one["recipient_id"] for one in rows}


async def test_RA_05_until_the_next_accepts_the_outgoing_holds_it(living: World) -> None:
    row = await opened(living)
    assert (await places(living, row))[""].person_id == living.north.id("leader")
    asked = await offered(living, row, "psychologist")
    (place,) = (await places(living, row)).values()
    assert (place.person_id, place.pending_id) == (living.north.id("leader"), living.north.id("psychologist"))
    async with living.api.write(living.north.who("psychologist"), "test.accept") as tx:
        await accept_coordinator(tx, row.id, asked.version)
    (place,) = (await places(living, row)).values()
    assert (place.person_id, place.pending_id) == (living.north.id("psychologist"), None)
    assert living.north.id("leader") in await told(living, row, MessageKind.COORDINATOR_CHANGED)


async def test_RA_05_family_and_every_professional_of_the_case_see_who_holds_it(living: World) -> None:
    row = await opened(living)
    for who in ("mother", "father", "leader", "teacher"):
        assert (await places(living, row, who))[""].person_id == living.north.id("leader")


async def test_ALL_08_who_has_left_is_no_contact(living: World) -> None:
    row = await opened(living)
    async with living.api.read(living.north.who("mother"), "test.contact") as tx:
        model = (await load_case_of(tx, row.dossier_id)).model
        held = await store.coordinators_of(tx, row)
        assert contact_of(model, held) == held[0]
    (place,) = held
    gone = CoordinatorRow(**{name: getattr(place, name) for name in place.__slots__} | {"employed": False})
    assert contact_of(model, [gone]) is None


async def test_RA_05_who_declines_leaves_it_where_it_was_and_sees_the_child_no_more(living: World) -> None:
    row = await opened(living, by="teacher")
    asked = await offered(living, row, "psychologist", by="leader")
    async with living.api.read(living.north.who("psychologist"), "test.sees") as tx:
        assert await store.problem(tx, row.id)
    async with living.api.write(living.north.who("psychologist"), "test.decline") as tx:
        await decline_coordinator(tx, row.id, asked.version)
    (place,) = (await places(living, row)).values()
    assert (place.person_id, place.pending_id, place.offered_by) == (living.north.id("teacher"), None, None)
    assert await told(living, row, MessageKind.CASE_NEWS) == {
        living.north.id("teacher"),
        living.north.id("leader"),
    }
    async with living.api.read(living.north.who("leader"), "test.who") as tx:
        seen = await onlookers.who_can_see(tx, living.north.id("child"))
    offers = {one.reason for one in seen if one.person_id == living.north.id("psychologist")}
    assert "coordinator_offered" not in offers


async def test_RA_05_only_who_was_offered_it_answers(living: World) -> None:
    row = await offered(living, await opened(living), "psychologist")
    for answer in (accept_coordinator, decline_coordinator):
        async with living.api.write(living.north.who("teacher"), "test.answer") as tx:
            with pytest.raises(UserError) as refused:
                await answer(tx, row.id, row.version)
            assert refused.value.code is ErrorCode.FORBIDDEN


async def test_RA_05_an_offer_taken_back_while_it_is_accepted_goes_to_one_alone(living: World) -> None:
    """The leader asks another at the very moment in which the first says yes: one of the two is told of a conflict."""
    row = await offered(living, await opened(living), "psychologist")

    async def accept() -> None:
        async with living.api.write(living.north.who("psychologist"), "test.accept") as tx:
            await accept_coordinator(tx, row.id, row.version)

    async def ask_another() -> None:
        async with living.api.write(living.north.who("leader"), "test.offer") as tx:
            another = OfferCoordinator(row.id, living.north.id("teacher"), row.version)
            await offer_coordinator(tx, another)

    results = await asyncio.gather(accept(), ask_another(), return_exceptions=True)
    (lost,) = [one for one in results if one is not None]
    assert isinstance(lost, UserError)
    assert lost.code is ErrorCode.CONFLICT
    (place,) = (await places(living, row)).values()
    after = (place.person_id, place.pending_id)
    assert after in (
        (living.north.id("psychologist"), None),
        (living.north.id("leader"), living.north.id("teacher")),
    )


async def test_RA_05_a_closed_problem_s_offer_lapses_and_its_thread_opens_nothing(living: World) -> None:
    row = await offered(living, await opened(living, "sibling"), "psychologist")
    async with living.api.write(living.north.who("leader"), "test.close") as tx:
        await close_problem(tx, row.id)
    assert (await places(living, row))[""].pending_id is None
    async with living.api.read(living.north.who("psychologist"), "test.sees") as tx:
        with pytest.raises(UserError) as refused:
            await store.problem(tx, row.id)
        assert refused.value.code is ErrorCode.NOT_FOUND


async def test_RA_05_a_holder_who_leaves_is_a_task_of_the_leader(living: World) -> None:
    row = await opened(living, by="teacher")
    assert row.id not in await _left(living, living.north, "leader")
    async with living.behind_the_walls(living.north) as connection:
        await connection.execute(
            """update employment set valid = tstzrange(lower(valid), now() - interval '1 day')
               where tenant_id = $1 and person_id = $2""",
            living.north.tenant,
            living.north.id("teacher"),
        )
    try:
        assert row.id in await _left(living, living.north, "leader")
        assert not await _left(living, living.north, "daycare_leader")
        assert not await _left(living, living.south, "leader")
        assert not (await places(living, row, "mother"))[""].employed
        await offered(living, row, "psychologist")
        assert row.id not in await _left(living, living.north, "leader"), "somebody is asked already"
    finally:
        async with living.behind_the_walls(living.north) as connection:
            await connection.execute(
                """update employment set valid = tstzrange(lower(valid), null)
                   where tenant_id = $1 and person_id = $2""",
                living.north.tenant,
                living.north.id("teacher"),
            )


async def _left(living: World, town: Town, leader: str) -> set[UUID | None]:
    async with living.api.read(town.who(leader), "test.tasks") as tx:
        return {
            one.problem_id for one in await tasks(tx, frozenset({"leader"})) if one.kind == "coordinator_left"
        }


async def test_a_thread_of_another_town_or_child_is_no_one_s_to_see_or_to_answer(living: World) -> None:
    row = await offered(living, await opened(living), "psychologist")
    strangers = (
        living.north.who("daycare_leader"),
        living.north.who("other_mother"),
        living.north.who("health_visitor"),
        living.south.who("leader"),
        living.south.who("psychologist"),
    )
    for who in strangers:
        async with living.api.read(who, "test.read") as tx:
            assert await store.coordinators_of(tx, row) == []
    for who in (living.south.who("psychologist"), living.north.who("health_visitor")):
        async with living.api.write(who, "test.accept") as tx:
            with pytest.raises(UserError) as refused:
                await accept_coordinator(tx, row.id, row.version)
            assert refused.value.code is ErrorCode.NOT_FOUND


async def test_no_family_hands_a_thread_over(living: World) -> None:
    row = await opened(living)
    async with living.api.write(living.north.who("mother"), "test.offer") as tx:
        with pytest.raises(UserError) as refused:
            await offer_coordinator(tx, OfferCoordinator(row.id, living.north.id("teacher"), row.version))
        assert refused.value.code is ErrorCode.FORBIDDEN
    assert living.north.people.capacities()["mother"] is Capacity.FAMILY


async def test_it_goes_with_the_record_of_the_child(living: World) -> None:
    row = await offered(living, await opened(living), "psychologist")
    async with living.behind_the_walls(living.north) as connection:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute("delete from dossier where id = $1", row.dossier_id)
        left = await connection.fetchval(
            "select count(*) from problem_coordinator where dossier_id = $1", row.dossier_id
        )
        await transaction.rollback()
    assert left == 0
