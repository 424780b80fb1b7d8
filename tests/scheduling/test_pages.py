"""From asking to the time that stands, by forms alone on the real system; a calendar file is brought and taken back."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from services.core.calendar import local_day
from services.core.meeting import store as meetings
from tests.builders.world import World
from tests.meeting.steps import called
from tests.portal.inspect_page import NAMESPACE, Inspected, text_of
from tests.portal.readability import lix, running_text
from tests.portal.real import Person, Portal, served

FILE = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
    "SUMMARY:Lægebesøg hos dr. Hemmelig\r\nDTSTART;TZID=Europe/Copenhagen:20260105T100000\r\n"
    "DTEND;TZID=Europe/Copenhagen:20260105T110000\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture(scope="module")
def portal(living: World) -> Iterator[Portal]:
    with served(living) as running:
        yield running


@pytest.fixture(scope="module")
async def meeting(living: World) -> UUID:
    return await called(living)


def brings(person: Person, content: str) -> Inspected:
    page = person.get("/me/calendar/busy")
    sent = person.client.post(
        page.action("busy"),
        files={"content": ("kalender.ics", content.encode(), "text/calendar")},
        headers={"origin": person.origin},
    )
    return person.get(sent.headers["location"]) if sent.status_code == 303 else person._inspect(sent, 422)


def fields(page: Inspected, form: str) -> list[str]:
    return [one.get("name") or "" for one in page.form(form).iter(f"{NAMESPACE}input")]


def offered(page: Inspected, form: str, name: str) -> list[str]:
    return [
        one.get("value") or "" for one in page.form(form).iter(f"{NAMESPACE}input") if one.get("name") == name
    ]


def test_a_calendar_file_is_read_for_its_times_and_can_be_taken_back(portal: Portal) -> None:
    teacher = portal.person(portal.world.north, "teacher")
    assert "Du har ikke fortalt, hvornår du er optaget." in teacher.get("/me/calendar/busy").body
    assert "ikke en kalender, som vi kan læse" in brings(teacher, "BEGIN:NOTHING").body
    page = brings(teacher, FILE)
    assert "Vi har kun gemt, hvornår du er optaget" in page.body
    assert "kl. 10.00" in page.body
    assert "Hemmelig" not in page.body
    assert "Du har ikke fortalt" in teacher.fill(page, "forget").body
    brings(teacher, FILE)
    assert portal.person(portal.world.north, "mother").client.get("/me/calendar/busy").status_code == 404


async def test_from_asking_to_the_time_that_stands(portal: Portal, meeting: UUID) -> None:
    world, town = portal.world, portal.world.north
    leader, mother, father = (portal.person(town, name) for name in ("leader", "mother", "father"))
    async with world.api.read(town.who("leader"), "test.see") as tx:
        row = await meetings.meeting(tx, meeting)
    finding = f"/meetings/{meeting}/find-a-time"
    assert finding in leader.get(f"/meetings/{meeting}").body
    page = leader.get(finding)
    times = offered(page, "propose", "startsAt")
    assert len(times) >= 2
    answer_by = (local_day(row.starts_at) - timedelta(days=10)).isoformat()
    refused = leader.send(
        page.action("propose"), page.values("propose") | {"startsAt": times[:1], "answerBy": answer_by}
    )
    assert refused.status_code == 422, "one is too few"
    page = leader.get(finding)
    asked = leader.fill(page, "propose", startsAt=times[-2:], answerBy=answer_by)
    assert "Deltagerne er spurgt. Her kan du følge svarene." in asked.body, text_of(asked.main)
    assert "Intet svar" in asked.body
    listed = " ".join(text_of(one) for one in asked.main.iter(NAMESPACE + "table"))
    assert "Psykologprøve" not in listed, "waits for a consent: asked nothing"
    assert "Psykologprøve" in text_of(asked.main), "and is named below"

    # The family: one question, from the first page in one click, in plain words.
    assert f"/meetings/{meeting}/times" in mother.get("/").body
    shown = mother.get(f"/meetings/{meeting}")
    assert "Tiden er ikke fast endnu" in shown.body
    assert "Kommer du?" not in shown.body
    when = mother.get(f"/meetings/{meeting}/times")
    assert lix(running_text(when.main)) < 35
    names = sorted({name for name in fields(when, "times") if name.startswith("time-")})
    half = mother.send(when.action("times"), when.values("times") | {names[0]: "FITS"})
    assert half.status_code == 422
    when = mother.get(f"/meetings/{meeting}/times")
    said = mother.fill(when, "times", **dict.fromkeys(names, "FITS"))
    assert "Tak. Dit svar er sendt." in said.body
    father.fill(father.get(f"/meetings/{meeting}/times"), "times", **dict.fromkeys(names, "NOT"))
    assert "Ørn" not in mother.get(f"/meetings/{meeting}/times").body

    table = leader.get(finding)
    assert "1 passer" in table.body
    assert "1 passer ikke" in table.body
    chosen = names[-1].removeprefix("time-")
    fixed = leader.fill(table, "fix", proposedTimeId=chosen)
    assert "Tiden er fast. Alle har fået besked." in fixed.body, text_of(fixed.main)
    after = mother.get(f"/meetings/{meeting}")
    assert "Tiden er ikke fast endnu" not in after.body
    assert "Dit svar: Kommer" in " ".join(text_of(after.main).split())
    assert "Kommer du?" in father.get(f"/meetings/{meeting}").body


def test_times_for_a_meeting_that_is_thought_of(portal: Portal) -> None:
    town = portal.world.north
    leader = portal.person(town, "leader")
    page = leader.get(f"/children/{town.id('child')}/find-a-time?type=netvaerksmoede_3")
    assert "Hvem skal kunne komme?" in page.body
    assert "Brug tiden" in page.body
    portal.person(town, "mother").get(f"/children/{town.id('child')}/find-a-time?type=netvaerksmoede_3", 404)
    stranger = portal.person(town, "health_visitor")
    stranger.get(f"/children/{town.id('child')}/find-a-time?type=netvaerksmoede_3", 404)
