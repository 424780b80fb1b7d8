"""Two coordinators a child, one always a leader: the municipality nobody has thought of yet (Fjordby)."""

import asyncio

import pytest

from services.core.casework.service import load_case_of
from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, RequestIdentity
from services.core.problem import store
from services.core.problem.coordinating import contact_of, coordinators_complete, places_of
from services.core.problem.handover import OfferCoordinator, accept_coordinator, facts_of, offer_coordinator
from services.core.problem.service import OpenProblem, open_problem
from services.core.problem.store import CoordinatorRow, ProblemRow
from tests.builders.world import World, open_session


async def opened(fjordby: World, child: str, by: str) -> ProblemRow:
    async with fjordby.api.write(fjordby.north.who(by), "test.open") as tx:
        track = fjordby.north.model.tracks[0].key if fjordby.north.model.tracks else "main"
        return await open_problem(tx, OpenProblem(fjordby.north.id(child), track, "Uro"))


async def offered(fjordby: World, row: ProblemRow, place: str | None, to: str) -> ProblemRow:
    async with fjordby.api.write(fjordby.north.who("leader"), "test.offer") as tx:
        version = (await store.problem(tx, row.id)).version
        return await offer_coordinator(tx, OfferCoordinator(row.id, fjordby.north.id(to), version, place))


async def accepted(fjordby: World, row: ProblemRow, by: str) -> ProblemRow:
    async with fjordby.api.write(fjordby.north.who(by), "test.accept") as tx:
        return await accept_coordinator(tx, row.id, row.version)


async def held(fjordby: World, row: ProblemRow) -> dict[str, CoordinatorRow]:
    async with fjordby.api.read(fjordby.north.who("mother"), "test.held") as tx:
        return {one.place: one for one in await store.coordinators_of(tx, row)}


async def test_the_opener_takes_the_place_that_fits(fjordby: World) -> None:
    by_leader = await opened(fjordby, "child", "leader")
    assert {place: one.person_id for place, one in (await held(fjordby, by_leader)).items()} == {
        "leading": fjordby.north.id("leader")
    }


async def test_each_place_changes_hands_by_itself_and_is_told_by_its_name(fjordby: World) -> None:
    row = await opened(fjordby, "sibling", "leader")
    row = await offered(fjordby, row, "close", "teacher")
    assert (await held(fjordby, row))["leading"].person_id == fjordby.north.id("leader")
    await accepted(fjordby, row, "teacher")
    async with fjordby.api.read(fjordby.north.who("mother"), "test.held") as tx:
        model = (await load_case_of(tx, row.dossier_id)).model
        rows = await store.coordinators_of(tx, row)
        names = {place.key: place.name.da for place in places_of(model)}
        contact = contact_of(model, rows)
    assert names == {"leading": "Lederen", "close": "Den tætteste"}
    assert {one.place: one.person_id for one in rows} == {
        "leading": fjordby.north.id("leader"),
        "close": fjordby.north.id("teacher"),
    }
    assert contact is not None
    assert contact.person_id == fjordby.north.id("teacher"), "a family contacts the one who is closest"


async def test_a_place_for_a_leader_is_a_leader_s_and_says_so(fjordby: World) -> None:
    row = await opened(fjordby, "neighbour", "leader")
    with pytest.raises(UserError) as refused:
        await offered(fjordby, row, "leading", "psychologist")
    assert refused.value.code is ErrorCode.RULE_BLOCKED
    assert refused.value.texts is not None
    assert refused.value.texts["da"]
    assert (await offered(fjordby, row, "leading", "daycare_leader")).id == row.id


async def test_several_places_are_for_several_people(fjordby: World) -> None:
    row = await opened(fjordby, "child", "leader")
    with pytest.raises(UserError) as refused:
        await offered(fjordby, row, "close", "leader")
    assert refused.value.code is ErrorCode.RULE_BLOCKED


async def test_where_there_are_several_the_place_is_said(fjordby: World) -> None:
    row = await opened(fjordby, "child", "leader")
    for place in (None, "", "made_up"):
        with pytest.raises(UserError) as refused:
            await offered(fjordby, row, place, "teacher")
        assert refused.value.message_key == "problem.which_place"


async def test_what_is_still_to_fill_is_told(fjordby: World) -> None:
    row = await opened(fjordby, "toddler", "daycare_leader")
    async with fjordby.api.read(fjordby.north.who("daycare_leader"), "test.advice") as tx:
        case = await load_case_of(tx, row.dossier_id)
        rows = await store.coordinators_of(tx, row)
        facts = await facts_of(tx, [(one.person_id, one.place) for one in rows if one.person_id])
        judged = coordinators_complete(case.model, facts, tx.now)
    assert judged.needs == ("coordinator", "place:close")


async def test_two_who_accept_at_once_both_hold_their_places_in_the_end(fjordby: World) -> None:
    """The second is told of a conflict and tries again: neither place is lost, and nobody has both."""
    row = await opened(fjordby, "sibling", "leader")
    row = await offered(fjordby, row, "leading", "daycare_leader")
    row = await offered(fjordby, row, "close", "psychologist")
    who = ("daycare_leader", "psychologist")
    results = await asyncio.gather(
        *(accepted_as_professional(fjordby, row, one) for one in who), return_exceptions=True
    )
    lost = [one for one in results if isinstance(one, BaseException)]
    assert len(lost) == 1
    assert isinstance(lost[0], UserError)
    assert lost[0].code is ErrorCode.CONFLICT
    again = next(name for name, one in zip(who, results, strict=True) if isinstance(one, BaseException))
    async with fjordby.api.read(fjordby.north.who("leader"), "test.version") as tx:
        row = await store.problem(tx, row.id)
    await accepted_as_professional(fjordby, row, again)
    assert {place: one.person_id for place, one in (await held(fjordby, row)).items()} == {
        "leading": fjordby.north.id("daycare_leader"),
        "close": fjordby.north.id("psychologist"),
    }


async def accepted_as_professional(fjordby: World, row: ProblemRow, name: str) -> ProblemRow:
    """Who leads another unit and is offered a thread sees the child as a professional."""
    session = await open_session(
        fjordby.worker, fjordby.north.tenant, fjordby.north.id(name), Capacity.PROFESSIONAL
    )
    who = RequestIdentity(fjordby.north.host, session.credential)
    async with fjordby.api.write(who, "test.accept") as tx:
        return await accept_coordinator(tx, row.id, row.version)


async def test_one_thread_for_the_child_is_held_in_every_problem_of_it(fjordby: World) -> None:
    """`per = "child"`: a second problem begins with those who hold the thread already, and changes hands with it."""
    first = await opened(fjordby, "neighbour", "leader")
    first = await offered(fjordby, first, "close", "teacher")
    await accepted(fjordby, first, "teacher")
    second = await opened(fjordby, "neighbour", "leader")
    assert (await places_of_neighbour(fjordby, second)) == await places_of_neighbour(fjordby, first)
    async with fjordby.api.read(fjordby.north.who("leader"), "test.version") as tx:
        second = await store.problem(tx, second.id)
    asked = await offered(fjordby, second, "close", "psychologist")
    await accepted(fjordby, asked, "psychologist")
    for row in (first, second):
        assert (await places_of_neighbour(fjordby, row))["close"] == fjordby.north.id("psychologist")


async def places_of_neighbour(fjordby: World, row: ProblemRow) -> dict[str, object]:
    async with fjordby.api.read(fjordby.north.who("leader"), "test.held") as tx:
        return {one.place: one.person_id for one in await store.coordinators_of(tx, row)}
