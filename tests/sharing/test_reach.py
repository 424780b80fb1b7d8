"""What somebody sees of a child by a place in a meeting alone: asked of the database itself, under the role of the one."""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from services.core.errors import ErrorCode, UserError
from services.core.meeting import store
from services.core.meeting.answering import add_agenda_item
from services.core.meeting.calling import CallMeeting, call_meeting
from services.core.meeting.inviting import withdraw_invitation
from services.core.person import reading
from services.core.problem import store as problems
from services.core.underretning.service import RecordUnderretning, record_underretning
from tests.sharing.conftest import GUEST, Case, acting

SEEN_BY_ANYONE: Final = frozenset({"casework", "dossier", "dossier_place", "person"})
"""Whose meeting it is."""


async def seen(case: Case, name: str = GUEST, role: str = "rundbord_relation") -> dict[str, set[UUID | None]]:
    """Every row about the child that one sees, of every table that can hold one: its meeting's id, or its own, by table."""
    async with case.world.behind_the_walls() as db:
        columns = await db.fetch(
            """select c.table_name, array_agg(c.column_name::text) as has from information_schema.columns c
               join information_schema.tables t using (table_schema, table_name)
               where c.table_schema = 'rundbord' and t.table_type = 'BASE TABLE' group by 1"""
        )
        child = await db.fetchval("select dossier_id from person where id = $1", case.world.north.id("child"))
    found: dict[str, set[UUID | None]] = {}
    async with acting(case.world, name, role) as one:
        for table, has in columns:
            key = "dossier_id" if "dossier_id" in has else "id" if table == "dossier" else None
            if key is None or not await one.fetchval(
                "select has_table_privilege($1, 'select')", f"rundbord.{table}"
            ):
                continue
            what = "meeting_id" if "meeting_id" in has else "id" if "id" in has else "null::uuid"
            rows = await one.fetch(
                f"select {what} as what from {table} where {key} = any ($1)", [case.dossier, child]
            )
            if rows:
                found[table] = {row["what"] for row in rows}
    return found


def beside(found: Mapping[str, set[UUID | None]], *known: str) -> dict[str, set[UUID | None]]:
    """What is there beside what everybody who is asked to come sees, and the tables that are named."""
    return {table: rows for table, rows in found.items() if table not in SEEN_BY_ANYONE.union(known)}


@pytest_asyncio.fixture(loop_scope="session")
async def unanswered(case: Case) -> AsyncIterator[Case]:
    """The case as it is before the psychologist has answered; afterwards again."""
    yield case
    await case.place_is(answer="none", answered_at=None, status="invited")


async def test_who_works_with_the_child_sees_what_they_saw(case: Case) -> None:
    found = await seen(case, "teacher")
    for table in ("form", "agreement", "perspective", "exchange", "consent", "problem", "level_move"):
        assert found[table], table
    assert found["meeting"] == {case.earlier.meeting, case.coming.meeting}


async def test_an_invitation_shows_that_one_is_asked_and_nothing_else(unanswered: Case) -> None:
    found = await seen(unanswered)
    assert found["casework"]
    assert beside(found, "message") == {
        "meeting": {unanswered.coming.meeting},
        "participant": {unanswered.coming.meeting},
    }
    assert found.get("message", set()) <= {unanswered.coming.meeting}


async def test_a_yes_opens_what_belongs_to_the_meeting_and_a_no_closes_it_at_once(unanswered: Case) -> None:
    case, here = unanswered, {unanswered.coming.meeting}
    await case.answer("coming")
    opened = beside(await seen(case), "message", "deadline")
    assert opened == {
        "meeting": here,
        "participant": here,
        "agenda_item": here,
        "form": here,
        "problem": {case.coming.problem},
    }
    async with case.world.api.write(case.world.north.who(GUEST), "test.item") as tx:
        await add_agenda_item(tx, case.coming.meeting, "Testresultater")
        assert (await problems.problem(tx, case.coming.problem)).id == case.coming.problem
        with pytest.raises(UserError) as refused:
            await problems.problem(tx, case.earlier.problem)
        assert refused.value.code is ErrorCode.NOT_FOUND
    for answer in ("not_coming", "another_time"):
        await case.answer("coming")
        await case.answer(answer)
        assert set(beside(await seen(case), "message")) == {"meeting", "participant"}, answer


async def test_the_grant_begins_with_the_yes(unanswered: Case) -> None:
    case = unanswered
    await case.world.advance(3600)
    await case.answer("coming")
    async with case.world.behind_the_walls() as db:
        row = await db.fetchrow(
            """select g.reason, g.valid_from, a.answered_at from access_grant g join participant a on a.id = g.source_id
               where a.id = $1 and g.dossier_id = $2""",
            case.place,
            case.dossier,
        )
    assert row is not None
    assert (row["reason"], row["valid_from"]) == ("accepted", row["answered_at"])


async def test_taken_out_and_called_off_show_nothing_any_more(unanswered: Case) -> None:
    case, town = unanswered, unanswered.world.north
    await case.answer("coming")
    async with case.world.api.write(town.who("leader"), "test.out") as tx:
        row = await store.meeting(tx, case.coming.meeting)
        await withdraw_invitation(tx, row.id, case.place, "Ikke nødvendig", row.version)
    assert await seen(case) == {}


async def test_the_end_of_the_place_is_the_end_without_any_sweep(unanswered: Case) -> None:
    case = unanswered
    await case.answer("coming")
    async with acting(case.world, GUEST) as one:
        assert await one.fetchval("select count(*) from meeting where id = $1", case.coming.meeting) == 1
    async with case.world.behind_the_walls() as db:
        until = await db.fetchval("select access_until from participant where id = $1", case.place)
        soon = await db.fetchval("select read_business_clock()") + timedelta(minutes=1)
    await case.place_is(access_until=soon)
    assert await seen(case) != {}
    await case.world.advance(60)
    assert await seen(case) == {}
    await case.place_is(access_until=until)


WRITES: Final = {
    "a place for oneself in another meeting": """
        insert into participant (tenant_id, id, dossier_id, meeting_id, person_id, kind, role, strength, external, status,
            answer, answered_at, access_from, sealed)
        select tenant_id, gen_random_uuid(), dossier_id, $2, person_id, kind, 'leader', strength, external, status, 'coming',
            now(), access_from, sealed from participant where id = $3 and dossier_id = $1""",
    "to lead the meeting": """
        update meeting set chair_id = current_person() where dossier_id = $1 and id <> $2 and $3::uuid <> id""",
    "a meeting of one's own": """
        insert into meeting (tenant_id, id, dossier_id, type, model_version_id, status, starts_at, ends_at, convener_id,
            called_at, sealed)
        select tenant_id, gen_random_uuid(), dossier_id, type, model_version_id, 'planned', starts_at, ends_at,
            current_person(), called_at, sealed from meeting where dossier_id = $1 and id <> $2 and id <> $3""",
    "a thread": """
        insert into problem_coordinator (tenant_id, id, dossier_id, problem_id, place, person_id, since)
        select tenant_id, gen_random_uuid(), dossier_id, id, 'x', current_person(), now() from problem
        where dossier_id = $1 and id <> $2 and id <> $3""",
    "the end of the case": """
        update casework set closed_at = now() where dossier_id = $1 and dossier_id not in ($2, $3)""",
    "a share": """
        insert into share (tenant_id, id, dossier_id, participant_id, kind, meeting_id, law, told, valid_until, shared_by,
            shared_at, sealed)
        select tenant_id, gen_random_uuid(), dossier_id, id, 'meeting', $2, 'early_exchange', false, 'infinity', person_id,
            now(), repeat('x', 41)::bytea from participant where id = $3 and dossier_id = $1""",
}


@pytest.mark.parametrize("what", WRITES)
async def test_nobody_lets_themselves_further_in(unanswered: Case, what: str) -> None:
    case = unanswered
    await case.answer("coming")
    async with acting(case.world, GUEST) as one:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await one.execute(WRITES[what], case.dossier, case.earlier.meeting, case.place)


async def test_one_place_is_not_the_whole_case_for_the_functions_either(unanswered: Case) -> None:
    case, child = unanswered, unanswered.world.north.id("child")
    await case.answer("coming")
    async with acting(case.world, GUEST) as one:
        assert not await one.fetchval("select stands from consent_standing($1, 'exchange')", case.dossier)
        assert await one.fetch("select * from events_of_child($1, null, null, 10)", child) == []
        assert await one.fetch("select * from access_to_child($1)", child) == []
    async with acting(case.world, "teacher") as one:
        assert await one.fetchval("select stands from consent_standing($1, 'exchange')", case.dossier)
        assert await one.fetch("select * from access_to_child($1)", child) != []


async def test_a_guest_calls_no_meeting_and_can_always_notify(unanswered: Case) -> None:
    case, town = unanswered, unanswered.world.north
    async with case.world.api.write(town.who(GUEST), "test.call") as tx:
        command = CallMeeting(
            child=town.id("child"),
            type="netvaerksmoede_3",
            starts_at=tx.now + timedelta(days=14),
            place="PPR",
            choices=(),
        )
        with pytest.raises(UserError) as refused:
            await call_meeting(tx, command)
        assert refused.value.code is ErrorCode.FORBIDDEN
    async with case.world.api.write(town.who(GUEST), "test.notify") as tx:
        row = await record_underretning(tx, RecordUnderretning(town.id("child"), "Bekymring", send=True))
        assert row.state == "sent"
        child = await reading.child(tx, town.id("child"))
        assert child is not None
        assert child.name == "Asta Prøve"
