"""The database's own walls around a calendar: raw SQL under its role sees no more than the calendar does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from services.core.calendar_feed import service
from tests.builders.world import Town, World
from tests.calendar.reading import Reading
from tests.isolation.catalogue import CAPACITIES
from tests.meeting.steps import called

ROLE = "rundbord_calendar"
READS = {
    "meeting": {"tenant_id", "id", "dossier_id", "status", "starts_at", "ends_at", "sequence", "convener_id", "chair_id"},
    "participant": {"tenant_id", "meeting_id", "person_id", "status", "answer"},
    "consultation": {
        "tenant_id", "id", "dossier_id", "status", "starts_at", "ends_at", "sequence", "convener_id", "chair_id",
    },
    "consultation_participant": {"tenant_id", "consultation_id", "person_id", "status"},
    "tenant": {"id", "name"},
}  # fmt: skip
"""All that the role of calendars may read, in which columns."""


@asynccontextmanager
async def inside(world: World, town: Town, path: str) -> AsyncIterator[asyncpg.Connection]:
    """A transaction as the api begins it for an address; nothing stays."""
    secret = path.rpartition("/")[2].removesuffix(".ics")
    connection = await asyncpg.connect(
        world.databases.main["rundbord_api"], server_settings={"search_path": "rundbord"}
    )
    transaction = connection.transaction()
    await transaction.start()
    try:
        hashed = service.hash_of(world.api.keyring.provider, secret)
        row = await connection.fetchrow("select * from begin_calendar_feed($1, $2)", town.host, hashed)
        assert row is not None
        await connection.execute(f"set local role {ROLE}")
        yield connection
    finally:
        await transaction.rollback()
        await connection.close()


async def test_the_role_reads_times_and_nothing_else(living: World) -> None:
    async with living.behind_the_walls() as connection:
        columns = await connection.fetch(
            """select c.relname as name, a.attname as column from pg_class c
               join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
               where c.relnamespace = 'rundbord'::regnamespace and c.relkind in ('r', 'p', 'v')
                 and has_column_privilege($1, c.oid, a.attnum, 'select')""",
            ROLE,
        )
        writes = await connection.fetch(
            """select c.relname from pg_class c where c.relnamespace = 'rundbord'::regnamespace and c.relkind = 'r'
                 and (has_any_column_privilege($1, c.oid, 'insert, update') or has_table_privilege($1, c.oid, 'delete'))""",
            ROLE,
        )
    found: dict[str, set[str]] = {}
    for row in columns:
        found.setdefault(row["name"], set()).add(row["column"])
    assert found == READS
    assert writes == []


async def test_its_functions_change_nothing_but_the_log(living: World) -> None:
    """Each that works with the rights of the definer is named here."""
    async with living.behind_the_walls() as connection:
        rows = await connection.fetch(
            """select p.proname, p.provolatile::text from pg_proc p
               where p.pronamespace = 'rundbord'::regnamespace and p.prosecdef
                 and has_function_privilege($1, p.oid, 'execute')""",
            ROLE,
        )
    assert {row["proname"] for row in rows if row["provolatile"] != "s"} == {"record_access"}
    assert {row["proname"] for row in rows if row["provolatile"] == "s"} == {
        "granted_dossiers", "kept_from_me", "only_reached", "invited_to", "shared_records", "opened_meetings",
        "dossiers_within", "leads", "finding_a_time",
    }  # fmt: skip


@pytest.mark.parametrize("table", ["meeting", "participant", "consultation", "consultation_participant"])
async def test_it_stands_behind_every_policy_of_the_capacities(living: World, table: str) -> None:
    """A policy that is made for a page and not for the calendar would be a hole: they are the same, word for word."""
    async with living.behind_the_walls() as connection:
        rows = await connection.fetch(
            """select policyname as name, permissive, roles, qual from pg_policies
               where schemaname = 'rundbord' and tablename = $1 and cmd in ('ALL', 'SELECT')""",
            table,
        )
    theirs = {
        (f"{row['name']}_in_feed", row["permissive"], row["qual"])
        for row in rows
        if set(row["roles"]) & {"rundbord_family", "rundbord_relation", "rundbord_unit"}
        and row["name"] != "by_unit"
    }
    mine = {(row["name"], row["permissive"], row["qual"]) for row in rows if row["roles"] == [ROLE]}
    more = {(name, permissive) for name, permissive, qual in mine - theirs}
    assert theirs <= mine
    assert len(theirs) > 2
    assert more <= {
        ("by_unit_in_feed", "PERMISSIVE"),  # asks `leads`, which holds the same
        ("own_place_in_feed", "RESTRICTIVE"),
        ("not_for_families_in_feed", "RESTRICTIVE"),
    }


async def test_raw_sql_sees_what_the_calendar_sees(living: World, reading: Reading) -> None:
    town = living.north
    meeting = await called(living)
    for name, sees in {"father": 1, "leader": 1, "teacher": 1, "other_mother": 0, "adviser": 0}.items():
        path = await reading.made(town, name)
        async with inside(living, town, path) as connection:
            assert await connection.fetchval("select count(*) from meeting where id = $1", meeting) == sees
            places = await connection.fetch("select person_id from participant")
            assert {row["person_id"] for row in places} <= {town.id(name)}
            assert await connection.fetchval("select array_agg(name) from tenant") == ["Nordby Kommune"]
            for refused in (
                "select sealed from meeting",
                "select type from meeting",
                "select 1 from person",
                "select 1 from access_grant",
                "select 1 from calendar_feed",
                "update meeting set sequence = 9",
                "delete from calendar_feed",
                "set local role rundbord_family; select make_calendar_feed('x')",
            ):
                with pytest.raises(asyncpg.PostgresError) as said:
                    async with connection.transaction():
                        await connection.execute(refused)
                assert said.value.sqlstate in ("42501", "RB001"), refused


async def test_no_capacity_reads_what_an_address_holds(living: World, reading: Reading) -> None:
    await reading.made(living.north, "father")
    async with living.behind_the_walls() as connection:
        readers = await connection.fetch(
            """select r.role from unnest($1::text[]) r (role)
               where has_column_privilege(r.role, 'calendar_feed', 'secret_hash', 'select')
                  or has_any_column_privilege(r.role, 'calendar_feed', 'insert, update')""",
            [*CAPACITIES, "rundbord_api", "rundbord_notifier"],
        )
    assert [row["role"] for row in readers] == []
    async with living.api.read(living.north.who("mother"), "test.own") as tx:
        assert await service.own_feed(tx) is None
