"""Slagelse's Se ske-møde: the family helps make it, and is heard before its agenda is final."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.core.errors import ErrorCode, UserError
from services.core.meeting import store, suggestions
from services.core.meeting.answering import add_agenda_item
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.co_authoring import (
    SuggestParticipant,
    record_heard,
    say_heard,
    settle_suggestion,
    suggest_participant,
)
from services.core.meeting.invitees import Choice
from services.core.meeting.inviting import InviteParticipant, invite_participant, withdraw_invitation
from services.core.meeting.store import Particulars
from services.core.meeting.taking_place import send_agenda
from tests.builders.world import World

MUNICIPALITY = "slagelse"
TYPE = "se_ske_moede"


def command(world: World, now: Any, **more: Any) -> CallMeeting:
    town = world.north
    given = {
        "choices": (Choice("staff", person=town.id("teacher")),),
        "particulars": Particulars(grounds=("signs_of_distress",)),
        **more,
    }
    return CallMeeting(town.id("child"), TYPE, now + timedelta(days=21), "Biblioteket", **given)


async def called(world: World) -> UUID:
    async with world.api.write(world.north.who("leader"), "test.call") as tx:
        return (await call_meeting(tx, command(world, tx.now))).id


async def version(world: World, meeting: UUID, who: str = "leader") -> int:
    async with world.api.read(world.north.who(who), "test.version") as tx:
        return (await store.meeting(tx, meeting)).version


async def messages(world: World, kind: str) -> set[UUID]:
    async with world.behind_the_walls() as db:
        rows = await db.fetch("select distinct recipient_id from message where kind = $1", kind)
    return {row["recipient_id"] for row in rows}


async def test_SL_04_a_ground_is_named_and_must_be_one_of_the_model_s(modelled: World) -> None:
    async with modelled.api.write(modelled.north.who("leader"), "test.call") as tx:
        with pytest.raises(UserError) as missing:
            await call_meeting(tx, command(modelled, tx.now, particulars=Particulars()))
        assert missing.value.code is ErrorCode.RULE_BLOCKED
        assert missing.value.rule_id == "SL-04"
        assert tuple(missing.value.field) == ("input", "particulars", "grounds")
        with pytest.raises(UserError) as unknown:
            await call_meeting(tx, command(modelled, tx.now, particulars=Particulars(grounds=("weather",))))
        assert unknown.value.code is ErrorCode.INVALID_INPUT


async def test_SL_06_the_agenda_is_final_only_once_everyone_of_the_family_was_heard(modelled: World) -> None:
    town, meeting = modelled.north, await called(modelled)
    async with modelled.api.write(town.who("leader"), "test.send") as tx:
        with pytest.raises(UserError) as early:
            await send_agenda(tx, meeting, (await store.meeting(tx, meeting)).version)
        assert (early.value.code, early.value.rule_id) == (ErrorCode.RULE_BLOCKED, "SL-06")

    # The mother adds a point and says that is all; the father is asked by telephone.
    async with modelled.api.write(town.who("mother"), "test.add") as tx:
        await add_agenda_item(tx, meeting, "Hvad kan skolen gøre?")
        await say_heard(tx, meeting)
    async with modelled.api.write(town.who("leader"), "test.send") as tx:
        with pytest.raises(UserError):
            await send_agenda(tx, meeting, (await store.meeting(tx, meeting)).version)
        father = next(
            one for one in await store.participants(tx, meeting) if one.person_id == town.id("father")
        )
        row = await store.meeting(tx, meeting)
        await record_heard(tx, meeting, father.id, "Ringet op; han har intet at tilføje.", row.version)
        assert (await send_agenda(tx, meeting, row.version)).status == "agenda_sent"
    async with modelled.behind_the_walls() as db:
        state = await db.fetchval(
            "select state from deadline where meeting_id = $1 and key = 'family_asked'", meeting
        )
    assert state == "met"


async def test_SL_06_a_reason_lets_it_be_final_before_and_is_kept(modelled: World) -> None:
    meeting = await called(modelled)
    async with modelled.api.write(modelled.north.who("leader"), "test.send") as tx:
        row = await store.meeting(tx, meeting)
        sent = await send_agenda(tx, meeting, row.version, "Forældrene er bortrejst og bad os begynde.")
        assert (await store.meeting_details(tx, sent)).reason.startswith("Forældrene er bortrejst")


async def test_SL_06_a_wish_is_a_voice_that_the_convener_answers(modelled: World) -> None:
    town, meeting = modelled.north, await called(modelled)
    async with modelled.api.write(town.who("mother"), "test.wish") as tx:
        wish = await suggest_participant(tx, SuggestParticipant(meeting, "Træner Kim", "Han kender hende."))
    assert town.id("leader") in await messages(modelled, "circle_suggested")
    # Nothing of it is for the other parent.
    async with modelled.api.read(town.who("father"), "test.look") as tx:
        assert await suggestions.suggestions_of(tx, meeting) == []
        with pytest.raises(UserError) as absent:
            await suggestions.suggestion(tx, wish.id)
        assert absent.value.code is ErrorCode.NOT_FOUND
    async with modelled.api.write(town.who("leader"), "test.answer") as tx:
        await invite_participant(
            tx,
            InviteParticipant(
                meeting, Choice("network", name="Træner Kim"), (await store.meeting(tx, meeting)).version
            ),
        )
        settled = await settle_suggestion(tx, wish.id, "", wish.version, followed=True)
        assert settled.state == "followed"
        with pytest.raises(UserError):
            await settle_suggestion(tx, wish.id, "Igen", settled.version, followed=False)
    assert town.id("mother") in await messages(modelled, "circle_answered")


async def test_SL_06_who_should_stay_away_is_taken_out_and_sees_nothing_more(modelled: World) -> None:
    town, meeting = modelled.north, await called(modelled)
    async with modelled.api.write(town.who("mother"), "test.wish") as tx:
        circle = await store.participants(tx, meeting)
        teacher = next(one for one in circle if one.person_id == town.id("teacher"))
        wish = await suggest_participant(tx, SuggestParticipant(meeting, why="", stay_away=teacher.id))
    async with modelled.api.write(town.who("leader"), "test.no") as tx:
        with pytest.raises(UserError) as silent:
            await settle_suggestion(tx, wish.id, " ", wish.version, followed=False)
        assert silent.value.code is ErrorCode.INVALID_INPUT
        await settle_suggestion(tx, wish.id, "Det gør vi.", wish.version, followed=True)
        after = {one.id: one.status for one in await store.participants(tx, meeting)}
    assert after[teacher.id] == "removed"


async def test_one_more_rests_on_consent_and_a_taken_back_invitation_can_be_given_again(
    modelled: World,
) -> None:
    town, meeting = modelled.north, await called(modelled)
    more = Choice("psychologist", person=town.id("psychologist"))
    async with modelled.api.write(town.who("leader"), "test.more") as tx:
        row = await invite_participant(
            tx, InviteParticipant(meeting, more, (await store.meeting(tx, meeting)).version)
        )
        with pytest.raises(UserError) as twice:
            await invite_participant(tx, InviteParticipant(meeting, more, row.version))
        assert twice.value.code is ErrorCode.CONFLICT
    async with modelled.api.read(town.who("psychologist"), "test.look") as tx:
        with pytest.raises(UserError):  # nobody has consented to the exchange yet
            await store.meeting(tx, meeting)
    async with modelled.api.write(town.who("leader"), "test.less") as tx:
        circle = await store.participants(tx, meeting)
        guest = next(one for one in circle if one.person_id == town.id("psychologist"))
        assert guest.consent_purpose == "exchange"
        now = await store.meeting(tx, meeting)
        row = await withdraw_invitation(tx, meeting, guest.id, "Alligevel ikke relevant", now.version)
        again = await invite_participant(tx, InviteParticipant(meeting, more, row.version))
        status = {one.id: one.status for one in await store.participants(tx, meeting)}
        assert (status[guest.id], again.version) == ("invited", row.version + 1)
        mother = next(one for one in circle if one.person_id == town.id("mother"))
        with pytest.raises(UserError) as family:
            await withdraw_invitation(tx, meeting, mother.id, "Nej", again.version)
        assert family.value.code is ErrorCode.RULE_BLOCKED


async def test_a_stranger_neither_wishes_nor_answers(modelled: World) -> None:
    town, meeting = modelled.north, await called(modelled)
    for who in ("other_mother", "adviser"):
        async with modelled.api.write(town.who(who), "test.wish") as tx:
            with pytest.raises(UserError) as refused:
                await suggest_participant(tx, SuggestParticipant(meeting, "Nogen"))
            assert refused.value.code is ErrorCode.NOT_FOUND
    async with modelled.api.write(town.who("teacher"), "test.wish") as tx:
        with pytest.raises(UserError) as staff:
            await suggest_participant(tx, SuggestParticipant(meeting, "Nogen"))
        assert staff.value.code is ErrorCode.FORBIDDEN
