"""The part of a mail that a calendar reads: in which mails it stands, and how."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import uuid4

import pytest

from services.core.message.kinds import MessageKind
from services.core.message.wording import Words
from services.notifier.channels.mail import MailChannel
from services.notifier.channels.mail_server import MailServer
from services.notifier.channels.recipient import read_recipient
from services.notifier.channels.sender import Sender, Senders
from tests.calendar.reading import entries
from tests.notifier.parcels import parcel

WORDS = Words("da", "Randers Kommune: Et møde", "Log ind.\n", "<p>Log ind.</p>")
SENDER = Sender("rundbord@randers.example")
STARTS = datetime(2026, 12, 3, 12, tzinfo=UTC)
METHODS = {
    MessageKind.INVITATION: "REQUEST",
    MessageKind.MEETING_MOVED: "REQUEST",
    MessageKind.TIME_FIXED: "REQUEST",
    MessageKind.MEETING_CANCELLED: "CANCEL",
    MessageKind.INVITATION_PAUSED: "CANCEL",
    MessageKind.INVITATION_WITHDRAWN: "CANCEL",
}


def mail(kind: MessageKind, status: str = "planned", *, named: bool = True, **told: Any) -> EmailMessage:
    """A mail about a meeting of a child, or about nobody named."""
    prefix = "" if named else "consultation_"
    facts: dict[str, Any] = {
        f"{prefix}starts_at": STARTS,
        f"{prefix}ends_at": STARTS + timedelta(hours=1),
        "meeting_status" if named else "consultation_status": status,
        "meeting_sequence_now" if named else "consultation_sequence": 2,
        "meeting_sequence": 2,
        "meeting_id" if named else "consultation_id": uuid4(),
    }
    channel = MailChannel(MailServer.from_url("smtp://mail.example"), Senders({}))
    to = read_recipient("far@familie.example")
    assert to is not None
    return channel.compose(parcel(kind, WORDS, email=to.address, **(facts | told)), to, SENDER)


def parts(one: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in one.walk()]


@pytest.mark.parametrize("kind", MessageKind)
def test_a_mail_that_tells_when_a_meeting_is_brings_it_for_the_calendar(kind: MessageKind) -> None:
    made = mail(kind, "cancelled" if kind is MessageKind.MEETING_CANCELLED else "planned")
    plain = ["multipart/alternative", "text/plain", "text/html"]
    assert parts(made) == plain + (["text/calendar"] if kind in METHODS else [])


@pytest.mark.parametrize(("kind", "method"), METHODS.items())
@pytest.mark.parametrize("named", [True, False])
def test_the_part_stands_as_outlook_gmail_and_apple_read_it(
    kind: MessageKind, method: str, named: bool
) -> None:
    part = list(mail(kind, named=named).walk())[-1]
    assert part["Content-Type"].params == {"method": method, "charset": "utf-8"}
    assert part["Content-Transfer-Encoding"] == "base64"
    assert part["Content-Disposition"] is None
    [one] = entries(part.get_content())
    assert str(one["attendee"]) == "mailto:far@familie.example"
    assert str(one["organizer"]) == "mailto:rundbord@randers.example"
    assert one["sequence"] == 2
    assert one.decoded("dtstart") == STARTS
    page = "meetings" if named else "consultations"
    theirs = kind is not MessageKind.INVITATION_WITHDRAWN
    assert str(one.get("url", "")) == f"https://randers.rundbord.example/{page}/{one['uid']}" * theirs


@pytest.mark.parametrize("status", ["held", "concluded", "cancelled"])
def test_nobody_is_asked_to_keep_an_hour_for_what_is_over(status: str) -> None:
    assert "text/calendar" not in parts(mail(MessageKind.INVITATION, status))
    assert "text/calendar" not in parts(mail(MessageKind.INVITATION, meeting_id=None))


@pytest.mark.parametrize("named", [True, False])
def test_whoever_is_taken_out_learns_nothing_of_what_became_of_the_meeting(named: bool) -> None:
    """Their entry ends as they had it: it may have been moved since."""
    kind = MessageKind.INVITATION_WITHDRAWN
    [one] = entries(list(mail(kind, named=named, meeting_sequence=1).walk())[-1].get_content())
    assert (one["sequence"], str(one["status"])) == (1, "CANCELLED")
    assert "dtstart" not in one
    assert "aflyst" not in f"{one['summary']} {one['description']}".lower()
    assert "url" not in one
