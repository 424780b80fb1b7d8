"""Ringsted: who answers for a meeting together, who leads it, what is ready, and how long a move may wait."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.core.calendar.instants import local_day
from services.core.errors import ErrorCode, UserError
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice
from services.core.meeting.preparing import AgreeChair, agree_chair, note_ready
from services.core.meeting.rescheduling import move_meeting
from services.core.meeting.store import Particulars
from services.core.meeting.taking_place import HoldMeeting, hold_meeting
from services.core.problem.confirming import ConfirmCase, confirm_case
from tests.builders.world import World

MUNICIPALITY = "ringsted"
REASON = "Læringsmiljøet er tilpasset i klassen i efteråret."


async def call(world: World, who: str = "leader", days: int = 21, child: str = "child", **more: Any) -> UUID:
    town = world.north
    given = {
        "type": "samarbejdsmoede",
        "choices": (
            Choice("staff", person=town.id("teacher")),
            Choice("competence_unit", person=town.id("psychologist")),
        ),
        "particulars": Particulars(grounds=("locked",), answered_by=("staff",)),
        "reason": REASON,
        **more,
    }
    async with world.api.write(town.who(who), "test.call") as tx:
        starts_at = tx.now + timedelta(days=days)
        row = await call_meeting(
            tx, CallMeeting(child=town.id(child), starts_at=starts_at, place="Skolen", **given)
        )
        return row.id


async def refused(world: World, **more: Any) -> UserError:
    with pytest.raises(UserError) as error:
        await call(world, **more)
    return error.value


async def test_RI_12_the_leader_alone_does_not_answer_for_it(modelled: World) -> None:
    alone = await refused(modelled, particulars=Particulars(grounds=("locked",)))
    assert (alone.code, alone.rule_id) == (ErrorCode.RULE_BLOCKED, "RI-12")
    assert tuple(alone.field) == ("input", "particulars", "answeredBy")
    meeting = await call(modelled)
    async with modelled.api.read(modelled.north.who("leader"), "test.look") as tx:
        kept = (await store.meeting_details(tx, await store.meeting(tx, meeting))).particulars
    assert kept.answered_by == ("leader", "staff")


async def test_RI_12_another_division_agreed_in_good_time_will_do(modelled: World) -> None:
    async with modelled.api.read(modelled.north.who("leader"), "test.today") as tx:
        today = local_day(tx.now)
    agreed = Particulars(grounds=("locked",), division_agreed_on=today)
    assert await call(modelled, particulars=agreed)
    # The same day is too late for a meeting in two days.
    assert (await refused(modelled, days=2, particulars=agreed)).rule_id == "RI-12"


async def test_RI_30_a_ground_is_named(modelled: World) -> None:
    assert (await refused(modelled, particulars=Particulars(answered_by=("staff",)))).rule_id == "RI-30"


async def test_RI_10_what_was_agreed_to_be_prepared_is_waited_for(modelled: World) -> None:
    mine = Particulars(grounds=("locked",), answered_by=("staff",), agreed_preparation=("knowledge",))
    meeting = await call(modelled, days=7, particulars=mine)
    await modelled.advance(8 * 86400)
    town = modelled.north
    async with modelled.api.write(town.who("leader"), "test.hold") as tx:
        row = await store.meeting(tx, meeting)
        there = tuple(one.id for one in await store.participants(tx, meeting) if one.status == "invited")
        with pytest.raises(UserError) as unprepared:
            await hold_meeting(tx, HoldMeeting(meeting, there, row.version))
        assert (unprepared.value.code, unprepared.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RI-10")
        row = await note_ready(tx, meeting, [], ["knowledge"], row.version)
        with pytest.raises(UserError) as unknown:
            await note_ready(tx, meeting, ["weather"], [], row.version)
        assert unknown.value.code is ErrorCode.INVALID_INPUT
        assert (await hold_meeting(tx, HoldMeeting(meeting, there, row.version))).status == "held"


async def test_RI_25_an_external_professional_chairs_and_is_agreed_a_week_before(modelled: World) -> None:
    """The adviser convenes; the school's leader is from outside her unit, her own colleague would not be."""
    town = modelled.north
    async with modelled.api.write(town.who("adviser"), "test.confirm") as tx:
        await confirm_case(tx, ConfirmCase(town.id("neighbour"), frozenset({"clarification"}), 0))
    bfm: dict[str, Any] = {
        "type": "bfm_vidensindsamling",
        "child": "neighbour",
        "who": "adviser",
        "particulars": Particulars(),
        "choices": (
            Choice("adviser", person=town.id("adviser")),
            Choice("leader", person=town.id("leader")),
            Choice("staff", leave_out_reason="Kommer senere i forløbet."),
        ),
    }
    meeting = await call(modelled, **bfm)
    async with modelled.api.write(town.who("adviser"), "test.chair") as tx:
        row = await store.meeting(tx, meeting)
        assert row.chair_id is None
        with pytest.raises(UserError) as own:
            await agree_chair(tx, AgreeChair(meeting, town.id("adviser"), row.version))
        assert own.value.code in (ErrorCode.INVALID_INPUT, ErrorCode.RULE_BLOCKED)
        with pytest.raises(UserError) as stranger:
            await agree_chair(tx, AgreeChair(meeting, town.id("psychologist"), row.version))
        assert tuple(stranger.value.field) == ("input", "chairId")
        agreed = await agree_chair(tx, AgreeChair(meeting, town.id("leader"), row.version))
        assert agreed.chair_id == town.id("leader")
    async with modelled.behind_the_walls() as db:
        states = await db.fetch(
            "select state from deadline where meeting_id = $1 and task = 'agree_chair'", meeting
        )
        told = await db.fetch("select recipient_id from message where kind = 'chair_agreed'")
    assert [row["state"] for row in states] == ["met"]
    assert {row["recipient_id"] for row in told} == {town.id("leader")}

    # Six days before it is too late without a reason.
    late = await call(modelled, days=6, **{**bfm, "reason": "Det haster."})
    async with modelled.api.write(town.who("adviser"), "test.late") as tx:
        row = await store.meeting(tx, late)
        with pytest.raises(UserError) as too_late:
            await agree_chair(tx, AgreeChair(late, town.id("leader"), row.version))
        assert (too_late.value.rule_id, too_late.value.code) == ("RI-25", ErrorCode.RULE_BLOCKED)
        command = AgreeChair(late, town.id("leader"), row.version, reason="Ingen kunne før.")
        assert (await agree_chair(tx, command)).chair_id == town.id("leader")


async def test_a_move_is_judged_by_all_that_was_said_when_it_was_called(modelled: World) -> None:
    """Two days ahead is too soon for a notice that ten days kept: the division must have been agreed in good time."""
    town = modelled.north
    async with modelled.api.read(town.who("leader"), "test.today") as tx:
        today = local_day(tx.now)
    agreed = Particulars(grounds=("locked",), division_agreed_on=today)
    meeting = await call(modelled, days=21, particulars=agreed)
    async with modelled.api.write(town.who("leader"), "test.move") as tx:
        row = await store.meeting(tx, meeting)
        with pytest.raises(UserError) as soon:
            await move_meeting(tx, meeting, tx.now + timedelta(days=2), row.version)
        assert (soon.value.code, soon.value.rule_id) == (ErrorCode.RULE_BLOCKED, "RI-12")
        moved = await move_meeting(tx, meeting, tx.now + timedelta(days=28), row.version)
        assert (moved.sequence, moved.status) == (row.sequence + 1, "planned")
        assert (await store.meeting_details(tx, moved)).particulars.grounds == ("locked",)
