"""What the notifier really sends: the entry, its new time and its end, to each of the circle as if they were alone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, timedelta
from email.message import EmailMessage

import pytest
from icalendar import Event

from services.core.consultation.calling import CallConsultation, NewItem, call_consultation
from services.core.meeting import store
from services.core.meeting.invitees import Choice
from services.core.meeting.rescheduling import cancel_meeting, move_meeting
from tests.builders.world import World
from tests.calendar.reading import entries
from tests.meeting.steps import called
from tests.notifier.outbox_case import running_notifier
from tests.notifier.smtp_peer import Peer, running_peer


@pytest.fixture
async def peer() -> AsyncIterator[Peer]:
    async with running_peer() as running:
        yield running


def entry_of(mail: EmailMessage) -> tuple[str, Event]:
    """The method and the entry that a mail brings."""
    [part] = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
    [event] = entries(part.get_content())
    assert str(event["attendee"]) == f"mailto:{mail['To']}"
    return str(part.get_param("method")), event


async def sent(living: World, peer: Peer, number: int) -> list[EmailMessage]:
    """So many mails with an entry, sent now; and that none of them names another of those who got one."""
    peer.accepted.clear()
    async with running_notifier(living, peer), asyncio.timeout(90):
        while True:
            mails = [
                mail
                for mail in peer.accepted
                if "text/calendar" in [part.get_content_type() for part in mail.walk()]
            ]
            if len(mails) >= number:
                break
            await asyncio.sleep(0.1)
    everyone = {str(mail["To"]) for mail in mails}
    for mail in mails:
        said = mail.as_string() + "".join(
            str(part.get_content()) for part in mail.walk() if not part.is_multipart()
        )
        assert [one for one in everyone - {str(mail["To"])} if one in said] == []
        assert [
            word for word in ("Prøve", "Uro", "netvaerks", "mødelokale", "Prøvevej") if word in said
        ] == []
    assert len(mails) == number
    return mails


async def test_from_the_invitation_to_the_end(living: World, peer: Peer) -> None:
    town, meeting = living.north, await called(living)
    circle = {"mother@familie.example", "father@familie.example", "teacher@kommune.example"}
    invited = await sent(living, peer, 3)
    assert {str(mail["To"]) for mail in invited} == circle
    for mail in invited:
        method, event = entry_of(mail)
        assert (method, event["sequence"], str(event["uid"])) == ("REQUEST", 0, str(meeting))
    async with living.api.read(town.who("leader"), "test.read") as tx:
        row = await store.meeting(tx, meeting)
    async with living.api.write(town.who("leader"), "test.move") as tx:
        moved = await move_meeting(tx, meeting, row.starts_at + timedelta(days=2), row.version, "Det haster.")
    for mail in await sent(living, peer, 3):
        method, event = entry_of(mail)
        assert (method, event["sequence"], str(event["uid"])) == ("REQUEST", 1, str(meeting))
        assert event.decoded("dtstart").astimezone(UTC) == moved.starts_at.replace(microsecond=0)
    async with living.api.write(town.who("leader"), "test.cancel") as tx:
        await cancel_meeting(tx, meeting, "Sygdom", moved.version)
    for mail in await sent(living, peer, 3):
        method, event = entry_of(mail)
        assert (method, event["sequence"], str(event["uid"])) == ("CANCEL", 2, str(meeting))
        assert event["status"] == "CANCELLED"


async def test_a_meeting_about_nobody_named_is_for_the_calendar_too(living: World, peer: Peer) -> None:
    town = living.north
    async with living.api.write(town.who("teacher"), "mutation:callConsultation") as tx:
        row = await call_consultation(
            tx,
            CallConsultation(
                unit=town.people.units["school"],
                type="konsultativt_moede",
                starts_at=tx.now + timedelta(days=9),
                place="Personalerummet",
                items=(NewItem("Uro i 2. årgang"),),
                choices=(Choice("partner", person=town.id("psychologist")),),
            ),
        )
    [mail] = await sent(living, peer, 1)
    assert str(mail["To"]) == "psychologist@kommune.example"
    method, event = entry_of(mail)
    assert (method, event["sequence"], str(event["uid"])) == ("REQUEST", 0, str(row.id))
    assert str(event["url"]) == f"https://{town.host}/consultations/{row.id}"
