"""Trap 19: brothers and sisters at one table. Each child has a meeting, form, circle and consents of its own."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.core.errors import ErrorCode, UserError
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.following_up import FollowUp, call_follow_up
from services.core.meeting.invitees import Choice
from services.core.meeting.rescheduling import cancel_meeting, move_meeting
from services.core.meeting.store import NO_PARTICULARS, MeetingRow
from services.core.meeting.together import could_join, others
from services.core.person import reading
from services.core.problem.service import OpenProblem, open_problem
from tests.builders.world import World

TYPE = "netvaerksmoede_3"


async def called(living: World, child: str, together: UUID | None = None, kind: str = TYPE) -> MeetingRow:
    """A meeting about one child; ``together``: at the table of another's."""
    town = living.north
    async with living.api.write(town.who("leader"), "test.call") as tx:
        problem = await open_problem(tx, OpenProblem(town.id(child), "institution", "Uro"))
        return await call_meeting(
            tx,
            CallMeeting(
                child=town.id(child),
                type=kind,
                starts_at=tx.now + timedelta(days=14 if together is None else 90),
                place="Skolen" if together is None else "Et andet sted",
                problem=problem.id,
                choices=(Choice("staff", person=town.id("teacher")),),
                reason="Det haster.",
                together=together,
            ),
        )


async def seen(living: World, name: str, meeting: MeetingRow) -> bool:
    """Whether the database shows somebody a meeting."""
    async with living.api.read(living.north.who(name), "test.see") as tx:
        return await tx.one(store.FIND_MEETING, id=meeting.id) is not None


async def now(living: World, meeting: MeetingRow) -> MeetingRow:
    """The meeting as it stands."""
    async with living.api.read(living.north.who("leader"), "test.see") as tx:
        return await store.meeting(tx, meeting.id)


async def test_one_table_two_meetings_and_each_sees_their_own_child(living: World) -> None:
    town = living.north
    first = await called(living, "child")
    async with living.api.read(town.who("leader"), "test.join") as tx:
        child = await reading.child(tx, town.id("child"))
        assert child is not None
        kind = town.model.meeting(TYPE)
        joining = {one.id for one in await could_join(tx, first, kind, child)}
    assert town.id("sibling") in joining
    assert town.id("neighbour") not in joining
    second = await called(living, "sibling", first.id)
    # When, how long and where are the first one's, whatever else was sent.
    assert (second.starts_at, second.ends_at) == (first.starts_at, first.ends_at)
    async with living.api.read(town.who("leader"), "test.see") as tx:
        assert (await store.meeting_details(tx, second)).place == "Skolen"
        assert [row.id for row in await others(tx, await store.meeting(tx, first.id))] == [second.id]
        assert [row.id for row in await others(tx, second)] == [first.id]
        forms = [await store.form(tx, one.id) for one in (first, second)]
        assert all(forms)
        assert forms[0] != forms[1], "a form each"
    # The father has custody of the one alone: of the other he learns nothing, not even that it is there.
    assert await seen(living, "father", first)
    assert not await seen(living, "father", second)
    async with living.api.read(town.who("father"), "test.see") as tx:
        assert await others(tx, await store.meeting(tx, first.id)) == []
    async with living.api.read(town.who("mother"), "test.see") as tx:
        assert [row.id for row in await others(tx, await store.meeting(tx, first.id))] == [second.id]

    # Moved together, or alone and no longer together.
    async with living.api.write(town.who("leader"), "test.move") as tx:
        row = await store.meeting(tx, first.id)
        await move_meeting(
            tx, first.id, row.starts_at + timedelta(days=1), row.version, "Aftalt", together=True
        )
    both = [await now(living, one) for one in (first, second)]
    assert both[0].starts_at == both[1].starts_at == first.starts_at + timedelta(days=1)
    assert both[0].gathering_id == both[1].gathering_id is not None
    async with living.api.write(town.who("leader"), "test.move") as tx:
        await move_meeting(tx, second.id, both[1].starts_at + timedelta(days=1), both[1].version, "Aftalt")
    async with living.api.read(town.who("leader"), "test.see") as tx:
        assert await others(tx, await store.meeting(tx, first.id)) == []
        assert await others(tx, await store.meeting(tx, second.id)) == []


async def test_cancelled_together_all_or_none(living: World) -> None:
    town = living.north
    first = await called(living, "child")
    second = await called(living, "sibling", first.id)
    async with living.api.write(town.who("leader"), "test.cancel") as tx:
        row = await store.meeting(tx, first.id)
        await cancel_meeting(tx, first.id, "Sygdom", row.version, together=True)
    assert {(await now(living, one)).status for one in (first, second)} == {"cancelled"}


@pytest.mark.parametrize(
    ("child", "kind", "code"),
    [
        ("neighbour", TYPE, ErrorCode.RULE_BLOCKED),
        ("child", TYPE, ErrorCode.INVALID_INPUT),
        ("sibling", "netvaerksmoede_4", ErrorCode.INVALID_INPUT),
    ],
)
async def test_only_brothers_and_sisters_once_each_and_of_one_kind(
    living: World, child: str, kind: str, code: ErrorCode
) -> None:
    first = await called(living, "child")
    with pytest.raises(UserError) as refused:
        await called(living, child, first.id, kind)
    assert refused.value.code is code
    assert (await now(living, first)).gathering_id is None, "nothing half-done"


async def test_what_was_held_as_one_is_followed_up_as_one_at_the_same_time(living: World) -> None:
    town = living.north
    first = await called(living, "child")
    second = await called(living, "sibling", first.id)
    at = first.starts_at + timedelta(days=60)
    for meeting in (first, second):
        async with living.api.write(town.who("leader"), "test.next") as tx:
            row = await store.meeting(tx, meeting.id)
            await call_follow_up(tx, row, FollowUp(TYPE, at, NO_PARTICULARS, "Aftalt på mødet"))
    async with living.api.read(town.who("leader"), "test.see") as tx:
        following = [
            one
            for meeting in (first, second)
            for one in await store.meetings_of(tx, meeting.dossier_id)
            if one.previous_id == meeting.id
        ]
        assert len(following) == 2
        assert [row.id for row in await others(tx, following[0])] == [following[1].id]
    alone = await called(living, "child")
    async with living.api.write(town.who("leader"), "test.next") as tx:
        row = await store.meeting(tx, alone.id)
        await call_follow_up(tx, row, FollowUp(TYPE, at, NO_PARTICULARS, "Aftalt på mødet"))
        after = [one for one in await store.meetings_of(tx, row.dossier_id) if one.previous_id == row.id]
        assert await others(tx, after[0]) == [], "only what was held as one is"
