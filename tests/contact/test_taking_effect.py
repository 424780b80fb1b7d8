"""What a choice does to what is planned and sent, against PostgreSQL and a mail server over a socket."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from services.core.calendar.instants import local_day, local_instant
from services.core.contact.rules import Way
from services.core.meeting import store
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.invitees import Choice as Invitee
from services.core.meeting.inviting import InviteParticipant, invite_participant, withdraw_invitation
from services.core.meeting.rescheduling import move_meeting
from services.core.message.kinds import MessageKind
from services.core.message.service import MessagePlan, plan_message
from services.core.problem.service import OpenProblem, open_problem
from tests.builders.world import World
from tests.contact.steps import NIGHT, Planned, chooses, messages, reached_at
from tests.notifier.outbox_case import running_notifier
from tests.notifier.smtp_peer import Peer

AHEAD = 20
"""Days until the meeting of these tests."""


async def called(world: World, child: str = "child") -> tuple[UUID, date]:
    """A meeting at noon, and its day."""
    town = world.north
    async with world.api.write(town.who("leader"), "test.call") as tx:
        problem = await open_problem(tx, OpenProblem(town.id(child), "institution", "Uro i frikvarterer"))
        day = local_day(tx.now) + timedelta(days=AHEAD)
        row = await call_meeting(
            tx,
            CallMeeting(
                child=town.id(child),
                type="netvaerksmoede_3",
                starts_at=local_instant(day, time(12)),
                place="Skolens mødelokale",
                problem=problem.id,
                choices=(
                    Invitee("staff", person=town.id("teacher")),
                    Invitee("psychologist", person=town.id("psychologist")),
                    Invitee("network", name="Mormor"),
                ),
                reason="Det haster.",
            ),
        )
    return row.id, day


def at(day: date, days_before: int, channel: str = "mail") -> Planned:
    return Planned("meeting_reminder", channel, "planned", f"{day - timedelta(days=days_before)} 09:00")


def both(day: date, days_before: int, *channels: str) -> list[Planned]:
    return sorted(at(day, days_before, channel) for channel in ("inbox", *(channels or ("mail",))))


async def test_each_is_reminded_on_the_day_that_they_want(living: World) -> None:
    town = living.north
    await chooses(living, town.who("teacher"), remind_days=3)
    await chooses(living, town.who("father"), remind_days=0)
    meeting, day = await called(living)
    reminders = {name: await messages(living, town.id(name)) for name in ("teacher", "father", "leader")}
    assert reminders == {
        "teacher": both(day, 3),
        "father": both(day, 0),
        # Who calls it is reminded of it too.
        "leader": both(day, 1),
    }
    # A new choice is followed by what is planned; what was is not asked again.
    await chooses(living, town.who("teacher"), remind_days=14)
    assert await messages(living, town.id("teacher")) == both(day, 14)
    await chooses(living, town.who("teacher"), remind_days=None)
    assert await messages(living, town.id("teacher")) == both(day, 1)
    # Another time of the meeting is reckoned for each anew.
    await chooses(living, town.who("father"), remind_days=2)
    async with living.api.write(town.who("leader"), "test.move") as tx:
        later = local_instant(day + timedelta(days=7), time(12))
        await move_meeting(tx, meeting, later, (await store.meeting(tx, meeting)).version, "Sygdom")
    assert await messages(living, town.id("father")) == both(day + timedelta(days=7), 2)


async def test_what_is_too_late_falls_back_on_the_municipality_and_what_has_gone_stays_gone(
    living: World,
) -> None:
    town = living.north
    await chooses(living, town.who("other_mother"), remind_days=0)
    _, day = await called(living, "neighbour")
    assert await messages(living, town.id("other_mother")) == both(day, 0)
    await _go_to(living, local_instant(day - timedelta(days=5), time(10)))
    await chooses(living, town.who("other_mother"), remind_days=14)
    assert await messages(living, town.id("other_mother")) == both(day, 1), "as the municipality does"
    async with living.behind_the_walls() as db:
        await db.execute(
            "update message set state = 'sent', settled_at = not_before where recipient_id = $1",
            town.id("other_mother"),
        )
    await chooses(living, town.who("other_mother"), remind_days=0)
    assert {one.state for one in await messages(living, town.id("other_mother"))} == {"sent"}


async def test_who_is_taken_out_and_asked_again_is_reminded_after_all(living: World) -> None:
    town = living.north
    await chooses(living, town.who("teacher"), remind_days=4)
    meeting, day = await called(living)
    planned = both(day, 4)
    for _ in range(2):
        assert [one for one in await messages(living, town.id("teacher")) if one in planned] == planned
        async with living.api.write(town.who("leader"), "test.withdraw") as tx:
            row = await store.meeting(tx, meeting)
            place = next(
                one for one in await store.participants(tx, meeting) if one.person_id == town.id("teacher")
            )
            row = await withdraw_invitation(tx, meeting, place.id, "Er syg", row.version)
        assert [one for one in await messages(living, town.id("teacher")) if one in planned] == []
        async with living.api.write(town.who("leader"), "test.invite") as tx:
            again = Invitee("staff", person=town.id("teacher"))
            await invite_participant(tx, InviteParticipant(meeting, again, row.version))
    assert [one for one in await messages(living, town.id("teacher")) if one in planned] == planned


async def test_what_is_to_come_goes_by_the_ways_that_are_chosen_now(living: World) -> None:
    town = living.north
    _, day = await called(living)
    before = [one for one in await messages(living, town.id("mother")) if one.local.startswith(str(day)[:4])]
    assert {one.channel for one in before} == {"inbox", "mail"}
    await chooses(living, town.who("mother"), ways=(Way.SMS, Way.DIGITAL_POST))
    after = await messages(living, town.id("mother"))
    assert {one.channel for one in after} == {"inbox", "sms", "digital_post"}
    assert {one.local for one in after} == {one.local for one in before}
    # Somebody who changes their mind twice is told all the same.
    await chooses(living, town.who("mother"))
    assert await messages(living, town.id("mother")) == before


async def test_what_fell_back_is_not_lost_by_a_choice(living: World) -> None:
    """Mail led nowhere, and its turn came to an SMS that waits for the morning: mail is chosen, and was tried."""
    town = living.north
    await chooses(living, town.who("father"))
    async with living.behind_the_walls(town) as db:
        await db.execute(
            """insert into message (tenant_id, id, recipient_id, dossier_id, kind, channel, occurrence_key, not_before,
                   planned_at, free_at, state, reason, settled_at)
               select p.tenant_id, gen_random_uuid(), p.id, p.dossier_id, 'access_ended', c.channel, 'fell-back', c.at,
                   business_now(), machine_now(), c.state, c.reason, case when c.reason is not null then business_now() end
               from person p cross join (values ('mail', business_now(), 'cancelled', 'no_address'),
                   ('sms', business_now() + interval '5 hours', 'planned', null)) c (channel, at, state, reason)
               where p.id = $1""",
            town.id("father"),
        )
    await chooses(living, town.who("father"), ways=(Way.DIGITAL_POST, Way.MAIL))
    kept = {one.channel for one in await messages(living, town.id("father"), "access_ended")}
    assert kept == {"digital_post"}, "it goes by the new way"
    await chooses(living, town.who("father"), ways=(Way.MAIL,))
    kept = {one.channel for one in await messages(living, town.id("father"), "access_ended")}
    assert kept == {"digital_post"}, "and stays there, since mail was tried"


async def test_that_an_address_was_changed_is_told_at_each_old_one(living: World, peer: Peer) -> None:
    """Also of two changes in a moment, and whatever ways were chosen: the new address is told nothing."""
    town, who = living.south, living.south.who("father")
    await _take_back_everything(living)
    await chooses(living, who, ways=(Way.SMS,))
    await reached_at(living, who, "en@ny.example", "20102001")
    await reached_at(living, who, "to@ny.example", "20102001")
    planned = await messages(living, town.id("father"), "contact_changed")
    assert sorted(one.channel for one in planned) == ["inbox", "inbox", "mail", "mail"]
    async with running_notifier(living, peer):
        await _sent(living, town.id("father"), "contact_changed")
    told = [line.partition("<")[2].partition(">")[0] for line in peer.recipients]
    assert sorted(told) == ["en@ny.example", "father@familie.example"]
    for mail in peer.accepted:
        body = mail.get_body(("plain",))
        assert body is not None
        assert "ny.example" not in body.get_content()
        assert "/me/contact" in body.get_content()
    # A number alone is told at the old number; it is no news for the mail.
    await reached_at(living, who, "to@ny.example", "30405060")
    assert (
        sorted(one.channel for one in await messages(living, town.id("father"), "contact_changed"))[-1]
        == "sms"
    )


async def test_quiet_hours_end_by_the_clock_on_the_wall_also_when_it_changes(
    living: World, peer: Peer
) -> None:
    town = living.north
    await chooses(living, town.who("mother"), **NIGHT)
    await _take_back_everything(living)
    for night, come in zip(await _nights_of_clock_change(living), (1, 3), strict=True):
        morning = local_instant(night + timedelta(days=1), time(7))
        await _go_to(living, local_instant(night, time(23)))
        async with running_notifier(living, peer):
            await _tell(living, "mother", MessageKind.ACCESS_ENDED, f"quiet:{night}")
            await _tell(living, "mother", MessageKind.EMERGENCY_ACCESS, f"urgent:{night}")
            await _mails(peer, come)
            # The other was looked at and put off, to the minute.
            await _put_off(living, town.id("mother"), f"{night + timedelta(days=1)} 07:00")
            assert len(peer.accepted) == come, "what is urgent goes at once, and nothing else"
            await _go_to(living, morning)
            await _mails(peer, come + 1)
        assert len(peer.accepted) == come + 1


async def _tell(world: World, name: str, kind: MessageKind, occasion: str) -> None:
    town = world.north
    async with world.worker.write(town.system, "test.tell") as tx:
        dossier = await tx._connection.fetchval(
            "select dossier_id from person where id = $1", town.id("child")
        )
        await plan_message(
            tx,
            MessagePlan(
                kind=kind, recipient=town.id(name), dossier=dossier, occurrence_key=occasion, inbox=False
            ),
        )


async def _take_back_everything(world: World) -> None:
    """What other tests have planned is not in the way."""
    async with world.behind_the_walls(world.north) as db:
        await db.execute(
            "update message set state = 'cancelled', reason = 'superseded', settled_at = business_now() where state = 'planned'"
        )


async def _mails(peer: Peer, number: int) -> None:
    await _until(lambda: _so(len(peer.accepted) >= number))


async def _put_off(world: World, person: UUID, local: str) -> None:
    async def put_off() -> bool:
        return any(
            (one.state, one.local) == ("planned", local)
            for one in await messages(world, person, "access_ended")
        )

    await _until(put_off)


async def _sent(world: World, person: UUID, kind: str) -> None:
    async def sent() -> bool:
        return all(one.state == "sent" for one in await messages(world, person, kind))

    await _until(sent)


async def _so(is_so: bool) -> bool:
    return is_so


async def _until(is_so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(60):
        while not await is_so():  # noqa: ASYNC110  the database tells it no other way
            await asyncio.sleep(0.1)


async def _business_now(world: World) -> datetime:
    async with world.worker.read(world.north.system, "test.now") as tx:
        return tx.now


async def _nights_of_clock_change(world: World) -> list[date]:
    """The evenings of the next two nights in which the clock changes."""
    first = local_day(await _business_now(world)) + timedelta(days=1)
    evenings = [first + timedelta(days=number) for number in range(400)]
    day = timedelta(days=1)
    return [
        one for one in evenings if local_instant(one + day, time(12)) - local_instant(one, time(12)) != day
    ][:2]


async def _go_to(world: World, moment: datetime) -> None:
    """Move business time forward to a moment."""
    seconds = (moment - await _business_now(world)).total_seconds()
    assert seconds > 0
    await world.advance(int(seconds) + 1)
