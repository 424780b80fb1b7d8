"""Meetings as iCalendar (RFC 5545, 5546): in a mail, as a file, and as a private calendar.

Why it is safe to let this out: an entry is made of a random id, two times, a number and a link. There is no field for a
child, a kind of meeting, a place or another person, so nothing of them can come to stand in a calendar that lies open on
a kitchen table or is synchronised to an employer. Who a mail goes to is the only one it names.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vDatetime,
    vDuration,
    vRecur,
    vText,
)

from services.core.calendar.instants import COPENHAGEN
from services.core.errors import say

REFRESH: Final = timedelta(hours=6)
"""How often a private calendar asks to be read. Programs read at their own pace, most of them not more often."""
_PRODUCT: Final = "-//Rundbord//Rundbord//DA"
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Entry:
    """When a meeting is, in UTC. ``sequence`` counts its moves and its cancellation; ``path`` is its page.

    An entry that is taken from somebody has no page, and without ``timed`` no times: what it is by now is not theirs.
    ``preliminary``: its circle is being asked when it suits, so the time is kept free but not settled.
    """

    id: UUID
    starts_at: datetime
    ends_at: datetime
    sequence: int
    cancelled: bool
    path: str
    timed: bool = True
    preliminary: bool = False


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose calendar it is: the municipality's name and address (``https://…``, no final slash), and the reader's language."""

    municipality: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class Sending:
    """From which address to which address an entry goes, and when (UTC, business time)."""

    organizer: str
    attendee: str
    at: datetime


def invitation(entry: Entry, publisher: Publisher, sending: Sending) -> tuple[str, str]:
    """An entry for one person's calendar, or its end: the method (REQUEST or CANCEL) and the calendar's text.

    The same meeting has the same UID to everyone, and the municipality for an organizer: a reply tells nobody anything.
    """
    method = "CANCEL" if entry.cancelled else "REQUEST"
    calendar = _calendar()
    calendar.add("method", method)
    event = _event(entry, publisher, sending.at, named=True)
    organizer = vCalAddress(f"mailto:{sending.organizer}")
    organizer.params["CN"] = vText(publisher.municipality)
    event.add("organizer", organizer)
    attendee = vCalAddress(f"mailto:{sending.attendee}")
    # Answers are given on the page, where they are asked for again when it is moved.
    attendee.params.update(ROLE="REQ-PARTICIPANT", PARTSTAT="NEEDS-ACTION", RSVP="FALSE")
    event.add("attendee", attendee)
    calendar.add_component(event)
    return method, calendar.to_ical().decode()


def file_of(entry: Entry, publisher: Publisher, at: datetime) -> bytes:
    """The file of one meeting. ``at`` is when it was made (UTC)."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(entry, publisher, at, named=False))
    return bytes(calendar.to_ical())


def feed_of(entries: Iterable[Entry], publisher: Publisher, at: datetime) -> bytes:
    """A private calendar, to be read again and again. ``at`` is when it was made (UTC)."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    name = say("calendar.name", publisher.language)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for entry in entries:
        calendar.add_component(_event(entry, publisher, at, named=False))
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add_component(_copenhagen())
    return calendar


def _event(entry: Entry, publisher: Publisher, at: datetime, *, named: bool) -> Event:
    event = Event()
    event.add("uid", str(entry.id))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", at.astimezone(UTC))
    if entry.timed:
        start, end = _written(entry.starts_at, entry.ends_at)
        event.add("dtstart", start)
        event.add("dtend", end)
    open_ = "preliminary_meeting" if entry.preliminary else "meeting"
    kind = open_ if not entry.cancelled else "cancelled_meeting" if entry.path else "withdrawn_meeting"
    municipality = {"municipality": publisher.municipality}
    summary = f"calendar.{kind}_with" if named else f"calendar.{kind}"
    event.add("summary", say(summary, publisher.language, municipality if named else None))
    url = publisher.url + entry.path
    if entry.cancelled:
        why = "not_held" if entry.path else "not_invited"
        event.add("description", say(f"calendar.{why}", publisher.language))
    else:
        event.add("description", say("calendar.log_in", publisher.language, {"url": url}))
    if entry.path:
        event.add("url", url)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "TENTATIVE" if entry.preliminary else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    return event


def _written(*instants: datetime) -> list[vDatetime]:
    """Times by the Danish clock. In the hour that autumn repeats, a local time means the first: the second is said in UTC."""
    local = [instant.astimezone(COPENHAGEN) for instant in instants]
    in_utc = any(time.fold for time in local)
    return [vDatetime(time.astimezone(UTC) if in_utc else time) for time in local]


def _copenhagen() -> Timezone:
    """The rule as it has stood since 1996, in the one form that every program reads; a test holds it to the time zone data."""
    zone = Timezone()
    zone.add("tzid", str(COPENHAGEN))
    for part, name, begins, month, before, after in (
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), 10, _SUMMER, _WINTER),  # noqa: DTZ001
        (TimezoneDaylight(), "CEST", datetime(1997, 3, 30, 2), 3, _WINTER, _SUMMER),  # noqa: DTZ001
    ):
        part.add("dtstart", begins)
        part.add("rrule", vRecur(FREQ="YEARLY", BYMONTH=month, BYDAY="-1SU"))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
