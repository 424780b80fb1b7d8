"""Slagelse: fixed times that run out, and what was told upwards and nobody answers: somebody's task, on the pages too."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from services.core.access_request.service import (
    AskForAccess,
    answer_access_request,
    ask_for_access,
    extend_access_request,
)
from services.core.calendar import TenantCalendar
from services.core.calendar.instants import local_day
from services.core.report.service import ReportUpward, answer_report, report_upward
from services.core.report.store import report as read_report
from services.core.series.service import FixSeries, fix_series, proposed
from services.core.series.store import SlotRow
from services.core.task.store import OfficeRow, tasks_of_office
from tests.builders.world import World
from tests.consultation.test_series import TYPE, times
from tests.deadlines.waiting import swept, until
from tests.portal.real import Portal, served

MUNICIPALITY = "slagelse"
DAY = 24 * 3600


@pytest.fixture(scope="module")
def portal(modelled: World) -> Iterator[Portal]:
    with served(modelled) as running:
        yield running


async def fixed(world: World, *days: int) -> list[SlotRow]:
    async with world.api.write(world.north.who("leader"), "mutation:fixSeries") as tx:
        return await fix_series(
            tx, FixSeries(world.north.people.units["school"], TYPE, times(world, tx, *days), "Lokale 4")
        )


async def offices(world: World, who: str = "leader") -> list[OfficeRow]:
    await swept(world)
    async with world.api.read(world.north.who(who), "test.tasks") as tx:
        return await tasks_of_office(tx)


async def told(world: World, kind: str) -> list[UUID]:
    async with world.behind_the_walls() as db:
        rows = await db.fetch(
            "select recipient_id from message where tenant_id = $1 and kind = $2 and channel = 'inbox' order by planned_at",
            world.north.tenant,
            kind,
        )
    return [row["recipient_id"] for row in rows]


async def test_SL_01_SL_10_times_that_run_out_are_the_leader_s_to_fix_and_no_machine_s(
    modelled: World, portal: Portal
) -> None:
    town, unit = modelled.north, modelled.north.people.units["school"]
    rows = await fixed(modelled, 30, 60, 90)
    assert await offices(modelled) == []
    await modelled.advance(35 * DAY)
    (task,) = await offices(modelled)
    assert (task.kind, task.unit_id) == ("series", unit)
    assert await told(modelled, "series_short") == [town.id("leader")]
    assert await offices(modelled, "daycare_leader") == [], "another place's"
    page = portal.person(town, "leader").get("/")
    assert "Læg de næste faste møder: Konsultativt møde" in page.body
    form = portal.person(town, "leader").get(f"/series/new?unit={unit}&type={TYPE}")
    async with modelled.api.read(town.who("leader"), "test.proposed") as tx:
        wanted = await proposed(tx, unit, town.model.meeting(TYPE))
    last = rows[-1].starts_at
    assert all(at > last for at in wanted), "they go on from the last"
    assert local_day(wanted[0]) - local_day(last) <= timedelta(days=35)
    assert 'value="Lokale 4"' in form.body, "nothing is asked for twice"
    async with modelled.behind_the_walls() as db:
        before = await db.fetchval("select count(*) from slot where tenant_id = $1", town.tenant)
    await modelled.advance(10 * DAY)
    assert len(await offices(modelled)) == 1
    assert await told(modelled, "series_short") == [town.id("leader")], "once"
    async with modelled.behind_the_walls() as db:
        assert await db.fetchval("select count(*) from slot where tenant_id = $1", town.tenant) == before
    await fixed(modelled, 75, 105)
    assert await offices(modelled) == []


async def test_a_request_for_data_is_heard_of_and_not_forgotten(modelled: World) -> None:
    """GDPR article 12(3): the officer is told when it comes, a week and a day before its month is out, and once it is late;
    who asked of more time and of the answer. Nobody else hears of it.
    """
    town = modelled.north
    mother, officer, calendar = town.id("mother"), town.id("dpo"), TenantCalendar()

    async def reminded() -> int:
        await swept(modelled)
        found = await told(modelled, "access_request_due")
        assert set(found) <= {officer}
        return len(found)

    async with modelled.api.write(town.who("mother"), "test.ask") as tx:
        asked = await ask_for_access(tx, AskForAccess(town.id("child"), "access"), calendar)
    assert await told(modelled, "access_request_received") == [officer]
    assert await reminded() == 0
    await until(modelled, asked.due_at - timedelta(days=8))
    assert await reminded() == 0
    await until(modelled, asked.due_at - timedelta(days=7))
    assert await reminded() == 1
    async with modelled.api.write(town.who("dpo"), "test.extend") as tx:
        extended = await extend_access_request(tx, asked.id, "Der er meget at læse", asked.version, calendar)
    assert await told(modelled, "access_request_answered") == [mother]
    await until(modelled, extended.due_at - timedelta(days=8))
    assert await reminded() == 1, "it has more time now"
    await until(modelled, extended.due_at + timedelta(hours=12))
    assert await reminded() == 2, "who was away for a week is told once"
    await until(modelled, extended.due_at + timedelta(days=7, hours=12))
    assert await reminded() == 3
    async with modelled.api.write(town.who("dpo"), "test.answer") as tx:
        await answer_access_request(tx, asked.id, True, "Her er det", extended.version)
    assert await told(modelled, "access_request_answered") == [mother, mother]
    await until(modelled, extended.due_at + timedelta(days=40))
    assert await reminded() == 3


async def test_SL_32_what_nobody_answers_is_told_again_and_becomes_a_task(modelled: World) -> None:
    town = modelled.north
    told_before = len(await told(modelled, "report_received"))
    async with modelled.api.write(town.who("teacher"), "test.tell") as tx:
        values = {"which": "Tavshedspligten", "how": "To love siger hver sit."}
        report = (await report_upward(tx, ReportUpward("legislation", values, ""))).id
    first = len(await told(modelled, "report_received")) - told_before
    assert first > 0
    assert [one for one in await offices(modelled) if one.kind == "report"] == []
    await modelled.advance(20 * DAY)
    assert [one.id for one in await offices(modelled) if one.kind == "report"] == [report]
    assert len(await told(modelled, "report_received")) - told_before == 2 * first
    await modelled.advance(20 * DAY)
    assert len(await offices(modelled)) >= 1
    assert len(await told(modelled, "report_received")) - told_before == 3 * first
    async with modelled.api.write(town.who("leader"), "test.answer") as tx:
        row = await read_report(tx, report)
        await answer_report(tx, report, "Vi tager det med til ledelsen.", row.version)
    assert [one for one in await offices(modelled) if one.kind == "report"] == []
    await modelled.advance(60 * DAY)
    await swept(modelled)
    assert len(await told(modelled, "report_received")) - told_before == 3 * first
