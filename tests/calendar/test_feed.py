"""A private calendar: what it shows and to whom, and that each reading is on record."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from prometheus_client import generate_latest

from services.api import calendar_feed
from services.api.metrics import REGISTRY
from services.api.rate_limit import Limit
from services.core.calendar.instants import local_day
from services.core.consultation.calling import CallConsultation, NewItem, call_consultation
from services.core.logging import configure_logging
from services.core.meeting import store
from services.core.meeting.answering import AnswerInvitation, answer_invitation
from services.core.meeting.invitees import Choice
from services.core.meeting.rescheduling import cancel_meeting, move_meeting
from services.core.scheduling.proposing import propose
from tests.builders.world import World
from tests.calendar.reading import Reading, alike
from tests.meeting.steps import called

SECRETS = (
    "Prøve",
    "prøve",
    "Uro",
    "Mormor",
    "mødelokale",
    "netvaerks",
    "Netværks",
    "familie.example",
    "kommune.example",
)
"""Names, addresses, and what the meeting is about: none of it in any calendar."""


async def row_of(living: World, meeting: UUID) -> store.MeetingRow:
    async with living.api.read(living.north.who("leader"), "test.read") as tx:
        return await store.meeting(tx, meeting)


async def test_it_says_when_and_nothing_of_what(living: World, reading: Reading) -> None:
    town, meeting = living.north, await called(living)
    path = await reading.made(town, "father")
    answer = await reading.get(town, path, cookie="a=b", accept="text/html")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["x-robots-tag"].startswith("noindex")
    assert "set-cookie" not in answer.headers
    said = answer.text.replace("\r\n ", "") + str(answer.headers)
    assert [word for word in SECRETS if word in said] == []
    [event] = await reading.shown(town, path)
    row = await row_of(living, meeting)
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (
        row.starts_at.replace(microsecond=0),
        row.ends_at.replace(microsecond=0),
    )
    assert str(event["uid"]) == str(meeting)
    assert "attendee" not in event
    assert str(event["url"]) == f"https://{town.host}/meetings/{meeting}"


async def test_what_is_not_theirs_is_not_in_it(living: World, reading: Reading) -> None:
    meeting, town = str(await called(living)), living.north
    for name, sees in {
        "mother": True,
        "father": True,
        "leader": True,
        "teacher": True,
        "psychologist": False,  # whose place waits for a consent
        "other_mother": False,
        "health_visitor": False,
        "daycare_leader": False,
        "adviser": False,
    }.items():
        assert (meeting in await reading.ids(town, await reading.made(town, name))) is sees, name


async def test_a_move_is_the_same_entry_later_and_a_no_takes_it_away(living: World, reading: Reading) -> None:
    town, meeting = living.north, await called(living)
    path = await reading.made(town, "mother")
    [before] = [one for one in await reading.shown(town, path) if str(one["uid"]) == str(meeting)]
    row = await row_of(living, meeting)
    later = [row.starts_at + timedelta(days=day) for day in (1, 2)]
    async with living.api.write(town.who("leader"), "test.propose") as tx:
        await propose(tx, meeting, later, local_day(row.starts_at) - timedelta(days=3), row.version)
    for name in ("mother", "teacher", "leader"):
        theirs = await reading.shown(town, await reading.made(town, name) if name != "mother" else path)
        [asked] = [one for one in theirs if str(one["uid"]) == str(meeting)]
        assert (asked["status"], str(asked["summary"])) == ("TENTATIVE", "Foreløbig tid: Møde"), name
    row = await row_of(living, meeting)
    async with living.api.write(town.who("leader"), "test.move") as tx:
        await move_meeting(tx, meeting, row.starts_at + timedelta(days=1), row.version, "Det haster.")
    [after] = [one for one in await reading.shown(town, path) if str(one["uid"]) == str(meeting)]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert (before["status"], after["status"]) == ("CONFIRMED", "CONFIRMED")
    assert after.decoded("dtstart") - before.decoded("dtstart") == timedelta(days=1)
    async with living.api.write(town.who("mother"), "mutation:answerInvitation") as tx:
        await answer_invitation(tx, AnswerInvitation(meeting, "not_coming"))
    assert str(meeting) not in await reading.ids(town, path)


async def test_what_is_cancelled_is_shown_as_that_to_the_family_alone(
    living: World, reading: Reading
) -> None:
    """Of a child whose meeting is cancelled a professional sees nothing any more."""
    town, meeting = living.north, await called(living)
    row = await row_of(living, meeting)
    async with living.api.write(town.who("leader"), "test.cancel") as tx:
        await cancel_meeting(tx, meeting, "Sygdom", row.version)
    shown = {str(one["uid"]): one for one in await reading.shown(town, await reading.made(town, "father"))}
    cancelled = shown[str(meeting)]
    assert (cancelled["status"], cancelled["sequence"]) == ("CANCELLED", 1)
    assert "Sygdom" not in str(cancelled)
    assert str(meeting) not in await reading.ids(town, await reading.made(town, "psychologist"))


async def test_who_has_it_as_it_is_is_told_so_and_that_is_a_reading_too(
    living: World, reading: Reading
) -> None:
    town = living.north
    await called(living)
    path = await reading.made(town, "father")
    before = await readings(living)
    tag = (await reading.get(town, path)).headers["etag"]
    again = await reading.get(town, path, if_none_match=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert await readings(living) == before + 2
    await called(living)
    assert (await reading.get(town, path, if_none_match=tag)).status_code == 200
    other = await reading.made(town, "mother")
    assert (await reading.get(town, other)).headers["etag"] != tag


async def readings(living: World) -> int:
    async with living.behind_the_walls() as connection:
        found: int = await connection.fetchval(
            "select count(*) from access_event where operation = 'calendar.read' and not changed"
        )
    return found


async def test_a_reading_is_on_record_as_its_person_s_and_apart_from_what_names_nobody(
    living: World, reading: Reading
) -> None:
    town = living.north
    meeting = str(await called(living))
    async with living.api.write(town.who("teacher"), "mutation:callConsultation") as tx:
        consultation = await call_consultation(
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
    path = await reading.made(town, "teacher")
    async with living.behind_the_walls() as connection:
        await connection.execute("create table public.seen as select id from access_event")
    shown = await reading.shown(town, path)
    async with living.behind_the_walls() as connection:
        rows = await connection.fetch(
            """select e.actor_id, e.capacity, e.operation, e.about, e.session_id, array(
                   select d.kind from dossier d where d.audit_pseudonym = any (e.subjects)) as kinds
               from access_event e where e.id not in (select id from public.seen)"""
        )
        await connection.execute("drop table public.seen")
    assert {meeting, str(consultation.id)} <= {str(one["uid"]) for one in shown}
    [entry] = [one for one in shown if str(one["uid"]) == str(consultation.id)]
    assert str(entry["url"]).endswith(f"/consultations/{consultation.id}")
    assert {(row["actor_id"], row["capacity"], row["operation"]) for row in rows} == {
        (town.id("teacher"), "professional", "calendar.read")
    }
    assert sorted(tuple(set(row["kinds"])) for row in rows) == [("casework",), ("group",)]


async def test_the_address_stands_in_no_log_no_metric_and_no_answer(
    living: World, reading: Reading, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    configure_logging("api")  # to this test's own ear
    town = living.north
    path = await reading.made(town, "father")
    secret = path.rpartition("/")[2].removesuffix(".ics")
    unknown = secret[:-1] + ("A" if secret[-1] != "A" else "B")
    answers = [await reading.get(town, path), await reading.get(town, f"/calendar/{unknown}.ics")]
    async with living.behind_the_walls() as connection:
        await connection.execute("alter table calendar_feed rename to mislaid")
        answers.append(await reading.get(town, path))
        await connection.execute("alter table mislaid rename to calendar_feed")
    answers.append(await reading.client.get(path, headers={"host": "unknown.example"}))
    answers.append(await reading.client.post(path, headers={"host": town.host}))
    assert [answer.status_code for answer in answers] == [200, 404, 500, 421, 405]
    out, err = capsys.readouterr()
    written = out + err + caplog.text + generate_latest(REGISTRY).decode()
    assert "/calendar/{name}" in written
    assert '"status": 500' in written
    for answer in answers:
        written += answer.text + str(answer.headers)
    assert secret not in written
    assert unknown not in written
    async with living.behind_the_walls() as connection:
        kept = json.dumps(
            [dict(row) for row in await connection.fetch("select * from calendar_feed")], default=str
        )
    assert secret not in kept


async def test_whoever_asks_without_end_is_told_to_wait_known_or_not(
    living: World, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_feed, "OF_ONE", Limit("calendar", most=5, seconds=3600))
    town = living.north
    known = await reading.made(town, "other_mother")
    told = []
    for path in (known, f"/calendar/{'x' * 43}.ics"):
        for _ in range(5):
            assert (await reading.get(town, path)).status_code in (200, 404)
        answer = await reading.get(town, path)
        assert 0 < int(answer.headers.pop("retry-after")) <= 3600
        told.append(alike(answer))
    assert told[0] == told[1]
    assert told[0][0] == 429
