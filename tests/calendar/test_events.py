"""What an entry of a calendar says, and that its times are right on every day of the year."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from icalendar import Calendar, Event, Timezone

from services.core.calendar.events import Entry, Publisher, Sending, feed_of, file_of, invitation
from services.core.calendar.instants import COPENHAGEN
from tests.calendar.reading import entries

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
DANISH = Publisher("Slagelse Kommune", "https://slagelse.example", "da")
SENDING = Sending("rundbord@slagelse.example", "far@familie.example", AT)
SAID = {
    "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "SEQUENCE", "ATTENDEE", "CLASS", "DESCRIPTION", "ORGANIZER", "STATUS",
    "TRANSP", "URL",
}  # fmt: skip
"""All that an entry ever says. A place, a person or an attachment would be a new word here."""


def entry(starts_at: datetime = AT, *, cancelled: bool = False, minutes: int = 60) -> Entry:
    one = uuid4()
    return Entry(one, starts_at, starts_at + timedelta(minutes=minutes), 3, cancelled, f"/meetings/{one}")


def only(calendar: bytes | str) -> Event:
    [found] = entries(calendar)
    return found


@pytest.mark.parametrize("cancelled", [False, True])
def test_an_invitation_names_its_recipient_alone(cancelled: bool) -> None:
    told = entry(cancelled=cancelled)
    method, text = invitation(told, DANISH, SENDING)
    assert method == Calendar.from_ical(text)["METHOD"] == ("CANCEL" if cancelled else "REQUEST")
    one = only(text)
    assert set(one) == SAID
    assert str(one["attendee"]) == "mailto:far@familie.example"
    assert str(one["organizer"]) == "mailto:rundbord@slagelse.example"
    assert one["organizer"].params["CN"] == "Slagelse Kommune"
    assert one["attendee"].params["RSVP"] == "FALSE"
    assert UUID(str(one["uid"])) == told.id
    assert (one["sequence"], one["class"]) == (3, "PRIVATE")
    assert one["status"] == ("CANCELLED" if cancelled else "CONFIRMED")
    assert str(one["summary"]) == ("Aflyst: " if cancelled else "") + "Møde – Slagelse Kommune"
    assert one.decoded("dtstamp") == AT


def test_a_time_that_is_not_settled_is_kept_free_and_says_so() -> None:
    told = replace(entry(), preliminary=True)
    one = only(file_of(told, DANISH, AT))
    assert (one["status"], one["transp"], str(one["summary"])) == (
        "TENTATIVE",
        "OPAQUE",
        "Foreløbig tid: Møde",
    )
    assert only(file_of(replace(told, cancelled=True), DANISH, AT))["status"] == "CANCELLED"


def test_the_same_meeting_is_the_same_entry_to_everyone_and_after_every_move() -> None:
    told = entry()
    other = Sending("rundbord@slagelse.example", "mor@familie.example", AT)
    uids = {str(only(invitation(told, DANISH, sending)[1])["uid"]) for sending in (SENDING, other)}
    assert uids == {str(told.id), *(str(only(file_of(told, DANISH, AT))["uid"]),)}


@pytest.mark.parametrize(
    ("language", "summary", "description"),
    [
        ("da", "Møde", "Log ind for at se mødet: https://slagelse.example/meetings/"),
        ("en", "Meeting", "Log in to see the meeting: https://slagelse.example/meetings/"),
        ("xx", "Møde", "Log ind"),
    ],
)
def test_a_calendar_says_that_there_is_a_meeting(language: str, summary: str, description: str) -> None:
    publisher = Publisher("Slagelse Kommune", "https://slagelse.example", language)
    for made in (feed_of([entry()], publisher, AT), file_of(entry(), publisher, AT)):
        assert Calendar.from_ical(made)["METHOD"] == "PUBLISH"
        one = only(made)
        assert set(one) == SAID - {"ATTENDEE", "ORGANIZER"}
        assert str(one["summary"]) == summary
        assert str(one["description"]).startswith(description)


@pytest.mark.parametrize("day", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)])
def test_both_nights_of_the_clock_are_told_as_they_are(day: datetime) -> None:
    """Also within the hour that autumn repeats, and over an hour that spring leaves out."""
    for quarter in range(-8, 24):
        told = entry(day + timedelta(minutes=15 * quarter), minutes=45)
        for text in (invitation(told, DANISH, SENDING)[1], feed_of([told], DANISH, AT)):
            one = only(text)
            assert one.decoded("dtstart").astimezone(UTC) == told.starts_at
            assert one.decoded("dtend").astimezone(UTC) == told.ends_at


def test_the_zone_in_the_file_is_the_zone_of_the_country() -> None:
    """Programs go by the file's own rule: it is held to the time zone data, also when Denmark changes its mind."""
    [zone] = [
        one
        for one in Calendar.from_ical(feed_of([], DANISH, AT)).walk("VTIMEZONE")
        if isinstance(one, Timezone)
    ]
    theirs = zone.to_tz(lookup_tzid=False)
    at = datetime(2025, 1, 1, tzinfo=UTC)
    while at.year < 2036:
        local = at.astimezone(COPENHAGEN)
        if not local.fold:
            assert local.replace(tzinfo=theirs).utcoffset() == local.utcoffset(), at
        at += timedelta(hours=1) if at.month in (3, 10) and at.day > 23 else timedelta(hours=12)


def test_a_time_by_the_danish_clock_names_the_zone() -> None:
    text = file_of(entry(datetime(2026, 7, 1, 11, tzinfo=UTC)), DANISH, AT).decode()
    assert "DTSTART;TZID=Europe/Copenhagen:20260701T130000" in text
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
