"""Trap 9: what a child has said is not its parents' to read unless that was said (Barnets lov §5)."""

from uuid import UUID

import pytest

from services.core.errors import ErrorCode, UserError
from services.core.identity import Capacity, RequestIdentity
from services.core.perspective import store as told
from services.core.perspective.recording import RecordPerspective, record_perspective
from tests.builders.world import World, open_session
from tests.meeting.steps import called


async def texts(world: World, who: RequestIdentity, meeting: UUID) -> set[UUID]:
    """The perspectives that the database gives somebody, whatever the services make of them."""
    async with world.api.read(who, "test.read") as tx:
        return {row.id for row in await told.perspectives(tx, meeting)}


async def said(world: World, name: str, command: RecordPerspective) -> UUID:
    """Record one."""
    async with world.api.write(world.north.who(name), "test.record") as tx:
        return (await record_perspective(tx, command)).id


async def test_a_childs_words_are_the_professionals_and_the_childs_unless_it_is_said(living: World) -> None:
    town = living.north
    meeting = await called(living, "sibling")
    kept = await said(living, "leader", RecordPerspective(meeting, "child", True, text="Jeg er bange hjemme"))
    tried = await said(living, "leader", RecordPerspective(meeting, "child", False, attempts="Ville ikke"))
    told = await said(
        living, "leader", RecordPerspective(meeting, "child", True, text="Jeg vil lege", for_parents=True)
    )
    of_parents = await said(living, "leader", RecordPerspective(meeting, "parent", True, text="Vi er trætte"))
    own = await said(living, "mother", RecordPerspective(meeting, "parent", True, text="Sådan ser jeg det"))
    assert await texts(living, town.who("leader"), meeting) == {kept, tried, told, of_parents, own}
    assert await texts(living, town.who("mother"), meeting) == {told, own}
    # The young person, who is 17, reads their own words, and nothing that a parent said.
    session = await open_session(living.worker, town.tenant, town.id("sibling"), Capacity.FAMILY)
    young = RequestIdentity(town.host, session.credential)
    assert await texts(living, young, meeting) == {kept, tried, told}
    # What they write themselves is theirs to pass on or not.
    async with living.api.write(young, "test.record") as tx:
        private = (
            await record_perspective(tx, RecordPerspective(meeting, "child", True, text="Mit eget"))
        ).id
        passed_on = (
            await record_perspective(
                tx, RecordPerspective(meeting, "child", True, text="Til mor", for_parents=True)
            )
        ).id
    assert await texts(living, town.who("mother"), meeting) == {told, own, passed_on}
    assert private in await texts(living, town.who("leader"), meeting)


async def test_only_a_childs_words_can_be_for_the_parents(living: World) -> None:
    meeting = await called(living)
    with pytest.raises(UserError) as refused:
        await said(
            living, "leader", RecordPerspective(meeting, "parent", True, text="Vores", for_parents=True)
        )
    assert refused.value.code is ErrorCode.INVALID_INPUT
    assert refused.value.field == ("input", "forParents")
