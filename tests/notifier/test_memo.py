"""The letter as Digital Post gets it: valid in each kind and language, right at both clock changes, silent where it must be."""

from base64 import b64decode
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import html5lib
import pytest
from lxml import etree

from services.core.calendar.instants import local_instant
from services.core.errors import LANGUAGES
from services.core.message.kinds import Channel, MessageKind
from services.core.message.letter import MeetingLetter
from services.core.message.wording import MailFacts, render
from services.local.digital_post.peer import LetterError, read_letter
from services.notifier.channels import Parcel
from services.notifier.channels.memo import kombi_request
from services.notifier.letter import letter_words, write_letter
from tests.notifier.parcels import parcel as any_parcel

NUMBER = "6101804000"
URL = "https://randers.rundbord.example/meetings/0198c1f0-5a1c-4000-8000-000000000001"
STARTS = datetime(2026, 11, 30, 8, tzinfo=UTC)
MEMO = "{https://DigitalPost.dk/MeMo-1}"


def meeting(starts_at: datetime = STARTS, **told: Any) -> MeetingLetter:
    plain = MeetingLetter(
        id=uuid4(),
        name="Netværksmøde",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        place="Familiecentret, lokale 3",
        convener="Lis Lederprøve",
        coming=True,
    )
    return replace(plain, **told)


def parcel(
    kind: MessageKind = MessageKind.INVITATION,
    language: str = "da",
    told: MeetingLetter | None = None,
    url: str = URL,
) -> Parcel:
    words = render(kind, language, MailFacts("Randers Kommune", url, told.starts_at if told else None))
    made = any_parcel(kind, words, channel=Channel.DIGITAL_POST, language=language)
    return replace(made, url=url, letter=told, contact=replace(made.contact, number=NUMBER))


def sent(one: Parcel) -> etree._Element:
    """The message as the peer reads it, which holds it against the schema."""
    return read_letter(kombi_request(write_letter(one))).element


def text(element: etree._Element, name: str) -> str:
    found = element.findall(f".//{MEMO}{name}")
    assert len(found) == 1, f"{name}: {len(found)}"
    return str(found[0].text)


def body(element: etree._Element) -> str:
    return b64decode(text(element, "content")).decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_each_kind_is_a_valid_letter_in_each_language(kind: MessageKind, language: str) -> None:
    for told in (None, meeting()):
        one = parcel(kind, language, told)
        letter = sent(one)
        assert text(letter, "messageUUID") == str(one.outbox_id)
        assert (text(letter, "senderID"), text(letter, "recipientID")) == (one.facts.cvr, NUMBER)
        assert text(letter, "language") == language
        html = body(letter)
        html5lib.HTMLParser(strict=True).parse(html)
        assert f'<html lang="{language}"' in html
        assert html.count("<h1>") == 1
        # What is shown outside the letter is the neutral text of a mail, and nothing of the meeting.
        assert text(letter, "notification") == one.words.line
        assert (told is None) == ("Netværksmøde" not in html)
        assert NUMBER not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_letter_are_complete(language: str) -> None:
    assert set(letter_words()[language]) == set(letter_words()["da"])


@pytest.mark.parametrize(
    ("day", "sent_as"),
    [
        # 09:00 by the clock on the wall, on the last days before and the first after each change.
        (date(2026, 3, 28), "2026-03-28T08:00:00Z"),
        (date(2026, 3, 29), "2026-03-29T07:00:00Z"),
        (date(2026, 10, 24), "2026-10-24T07:00:00Z"),
        (date(2026, 10, 25), "2026-10-25T08:00:00Z"),
    ],
)
def test_an_appointment_is_the_same_hour_on_both_sides_of_a_clock_change(day: date, sent_as: str) -> None:
    told = meeting(local_instant(day, time(9)))
    letter = sent(parcel(told=told))
    reservation = letter.find(f".//{MEMO}Reservation")
    assert text(reservation, "startDateTime") == sent_as
    assert text(reservation, "reservationUUID") == str(told.id)
    assert text(reservation, "location") == "Familiecentret, lokale 3"
    assert text(reservation, "organizerName") == "Lis Lederprøve"
    assert "kl. 09.00–10.00" in body(letter)


def test_a_meeting_over_the_night_in_which_the_clock_goes_back_ends_when_it_ends() -> None:
    starts = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    told = meeting(starts, ends_at=starts + timedelta(hours=3))
    letter = sent(parcel(told=told))
    assert text(letter.find(f".//{MEMO}Reservation"), "endDateTime") == "2026-10-25T02:30:00Z"
    assert "01.30" in body(letter)
    assert "03.30" in body(letter)


def test_a_calendar_that_others_read_is_told_that_there_is_a_meeting_and_not_which() -> None:
    reservation = sent(parcel(told=meeting())).find(f".//{MEMO}Reservation")
    for name in ("abstract", "description"):
        assert text(reservation, name) == "Møde med Randers Kommune"


def test_of_a_place_that_must_not_be_told_nothing_stands_in_the_letter() -> None:
    """What was not read can't be told; what stands there instead is the municipality and where to look."""
    letter = sent(parcel(told=meeting(place="", convener="")))
    assert text(letter.find(f".//{MEMO}Reservation"), "location") == "Log ind for at se stedet"
    assert text(letter.find(f".//{MEMO}Reservation"), "organizerName") == "Randers Kommune"
    assert "Indkaldt af" not in body(letter)


def test_what_is_over_or_off_is_no_appointment() -> None:
    letter = sent(parcel(MessageKind.MEETING_CANCELLED, told=meeting(coming=False, place="", convener="")))
    assert letter.find(f".//{MEMO}Reservation") is None
    assert "Netværksmøde" in body(letter)
    assert "Sted" not in body(letter)


def test_a_link_that_digital_post_refuses_is_left_out_and_the_letter_goes() -> None:
    assert sent(parcel(url="http://randers.localhost:8080/")).find(f".//{MEMO}EntryPoint") is None
    assert sent(parcel(url=URL + "?" + "x" * 256)).find(f".//{MEMO}EntryPoint") is None
    assert text(sent(parcel()), "url") == URL


def test_what_people_wrote_is_text_and_fits() -> None:
    told = meeting(place="<b>Hjemme</b> & \x00\x0b " + "hos " * 100, convener="A\nB")
    letter = sent(parcel(told=told))
    assert text(letter, "location").startswith("<b>Hjemme</b> & hos hos")
    assert len(text(letter, "location")) <= 256
    assert "<b>" not in body(letter)


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        (b'memoVersion="1.2"', b'memoVersion="1.1"'),
        (b"<KombiValgKode>Digital Post<", b"<KombiValgKode>Automatisk Valg<"),
        (b"<memo:idType>CPR<", b"<memo:idType>CVR<"),
        (b">6101804000<", b">0101804000<"),
        (b"T08:00:00Z", b"T09:00:00+01:00"),
        (b"<memo:location>Familiecentret, lokale 3</memo:location>", b""),
        (b"https://", b"http://"),
    ],
)
def test_the_peer_takes_nothing_else(broken: bytes, by: bytes) -> None:
    request = kombi_request(write_letter(parcel(told=meeting())))
    assert broken in request
    with pytest.raises(LetterError):
        read_letter(request.replace(broken, by))


def test_an_entity_is_not_expanded() -> None:
    hostile = b'<?xml version="1.0"?><!DOCTYPE kombi_request [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    request = kombi_request(write_letter(parcel())).split(b"?>", 1)[1]
    with pytest.raises(LetterError):
        read_letter(hostile + request.replace(b"DIGITALPOST", b"&e;"))


def test_a_letter_never_says_whose_number_it_carries() -> None:
    one = parcel()
    memo = write_letter(one)
    assert isinstance(memo.id, UUID)
    assert NUMBER not in repr(memo) + repr(one.contact) + repr(one)
