"""The page of one's own calendar and the file of one meeting, by forms alone and on the real system."""

import re
from collections.abc import Iterator
from uuid import UUID, uuid4

import httpx
import pytest

from tests.builders.world import World
from tests.calendar.reading import entries
from tests.meeting.steps import called
from tests.portal.inspect_page import text_of
from tests.portal.real import Person, Portal, served

PAGE = "/me/calendar"
_LINK = re.compile(r'value="(http://[^"]+/calendar/[A-Za-z0-9_-]{43}\.ics)"')


@pytest.fixture(scope="module")
def portal(living: World) -> Iterator[Portal]:
    with served(living) as running:
        yield running


@pytest.fixture(scope="module")
async def meeting(living: World) -> UUID:
    return await called(living)


def made(person: Person) -> str:
    """Make a link by the form; the path that it leads to."""
    page = person.get(PAGE)
    shown = person.fill(page, "make")
    [link] = _LINK.findall(shown.body)
    assert link.startswith(person.origin)
    return str(link.removeprefix(person.origin))


def read(portal: Portal, person: Person, path: str) -> tuple[int, bytes]:
    """As a calendar program: it has no session, and what it is told of an address that has ended is no page."""
    answer = httpx.get(
        f"http://127.0.0.1:{portal.port}{path}", headers={"host": person.client.headers["host"]}
    )
    return answer.status_code, answer.content


def test_a_link_is_made_shown_once_replaced_and_ended(portal: Portal, meeting: UUID) -> None:
    town = portal.world.north
    mother = portal.person(town, "mother")
    assert "Du har ikke noget link endnu." in mother.get(PAGE).body
    first = made(mother)
    page = mother.get(PAGE)
    assert "Du lavede dit link" in page.body
    assert first not in page.body
    status, content = read(portal, mother, first)
    assert (status, [str(one["uid"]) for one in entries(content)]) == (200, [str(meeting)])
    second = made(mother)
    assert read(portal, mother, first)[0] == 404
    assert read(portal, mother, second)[0] == 200
    ended = mother.fill(mother.get(PAGE), "end")
    assert "Kalenderen er stoppet." in ended.body, text_of(ended.main)
    assert read(portal, mother, second)[0] == 404


def test_a_form_from_elsewhere_makes_nothing(portal: Portal) -> None:
    mother = portal.person(portal.world.north, "mother")
    sent = mother.client.post(f"{PAGE}/make", data={}, headers={"origin": "https://elsewhere.example"})
    assert sent.status_code == 403
    assert "Du har ikke noget link endnu." in mother.get(PAGE).body


@pytest.mark.parametrize("name", ["dpo", "administrator"])
def test_who_comes_to_no_meetings_has_no_page(portal: Portal, name: str) -> None:
    person = portal.person(portal.world.north, name)
    person.get(PAGE, status=404)
    assert person.send(f"{PAGE}/make", {"_form": "make"}).status_code in (403, 404)


def test_a_meeting_s_page_leads_to_its_file_and_to_the_calendar(portal: Portal, meeting: UUID) -> None:
    town = portal.world.north
    path = f"/meetings/{meeting}/calendar.ics"
    for name in ("mother", "leader", "teacher"):
        person = portal.person(town, name)
        assert f'href="{path}"' in person.get(f"/meetings/{meeting}").body
        assert f'href="{PAGE}"' in person.get("/inbox").body
        answer = person.client.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"] == 'attachment; filename="meeting.ics"'
        [one] = entries(answer.content)
        assert str(one["uid"]) == str(meeting)
        assert set(one) & {"LOCATION", "ATTENDEE", "ORGANIZER", "CATEGORIES"} == set()
        assert "Prøve" not in answer.text


def test_another_s_file_is_no_file(portal: Portal, meeting: UUID) -> None:
    town = portal.world.north
    for name, path in (
        ("other_mother", f"/meetings/{meeting}/calendar.ics"),
        ("mother", f"/meetings/{uuid4()}/calendar.ics"),
        ("mother", f"/consultations/{meeting}/calendar.ics"),
        ("teacher", f"/consultations/{meeting}/calendar.ics"),
        ("dpo", f"/meetings/{meeting}/calendar.ics"),
    ):
        assert portal.person(town, name).client.get(path).status_code in (403, 404), (name, path)
    assert (
        portal.person(portal.world.south, "mother")
        .client.get(f"/meetings/{meeting}/calendar.ics")
        .status_code
        == 404
    )
