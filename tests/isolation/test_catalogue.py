"""The walls as the databases themselves describe them. A table, function or role that is not walled fails here."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
import pytest_asyncio

from services.local.schema_dump import FILES, dump
from tests.builders.world import World
from tests.environment import Cluster, Databases
from tests.isolation.catalogue import (
    CAPACITIES,
    FOREIGN_WITHOUT_TENANT,
    INSTANCES,
    LOGIN,
    MISSING_TENANT,
    NOT_OF_THE_CASE,
    OPEN_TO_A_GUEST,
    READ_BEFORE_THE_TENANT,
    UNWALLED,
    WITHOUT_TENANT,
    Table,
    ask,
    connected,
    tables,
)

EVERYONE = (*LOGIN, *CAPACITIES, "rundbord_definer")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def every_table(databases: Databases) -> AsyncIterator[list[Table]]:
    found = [table for instance in INSTANCES for table in await tables(databases, instance)]
    assert len(found) > 30, "a catalogue test that sees no tables holds nothing"
    yield found


async def test_every_table_has_row_level_security_forced(every_table: list[Table]) -> None:
    open_ = {table.full for table in every_table if not (table.row_security and table.forced)}
    assert open_ == set(UNWALLED)


async def test_every_primary_key_begins_with_the_tenant(every_table: list[Table]) -> None:
    without = {table.full for table in every_table if table.key[:1] != ("tenant_id",)}
    assert without == set(WITHOUT_TENANT)


@pytest.mark.parametrize("instance", INSTANCES)
async def test_every_foreign_key_carries_the_tenant(databases: Databases, instance: str) -> None:
    rows = await ask(
        databases,
        instance,
        """select c.conname, c.confrelid::regclass::text as target,
                  array(select a.attname::text from unnest(c.conkey) k join pg_attribute a
                        on a.attrelid = c.conrelid and a.attnum = k) as here,
                  array(select a.attname::text from unnest(c.confkey) k join pg_attribute a
                        on a.attrelid = c.confrelid and a.attnum = k) as there
           from pg_constraint c where c.contype = 'f' and c.connamespace = 'rundbord'::regnamespace""",
    )
    wrong = {
        f"{instance}.{row['conname']}"
        for row in rows
        if "tenant_id" not in row["here"] or ("tenant_id" not in row["there"] and row["target"] != "tenant")
    }
    assert wrong == {name for name in FOREIGN_WITHOUT_TENANT if name.startswith(instance)}


@pytest.mark.parametrize("instance", INSTANCES)
async def test_no_unique_index_reaches_across_tenants(databases: Databases, instance: str) -> None:
    rows = await ask(
        databases,
        instance,
        """select i.indrelid::regclass::text as tab, i.indexrelid::regclass::text as index from pg_index i
           join pg_class c on c.oid = i.indrelid and c.relnamespace = 'rundbord'::regnamespace
           where i.indisunique or i.indisexclusion
             and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'tenant_id'
                             and a.attnum = any (i.indkey::int[]))""",
    )
    across = {
        row["tab"]
        for row in rows
        if not await ask(
            databases,
            instance,
            "select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int[])"
            " where i.indexrelid = $1::regclass and a.attname = 'tenant_id'",
            f"rundbord.{row['index']}",
        )
    }
    assert {f"{instance}.{table}" for table in across} <= set(WITHOUT_TENANT), "a global UNIQUE is an oracle"


async def test_every_walled_table_has_the_restrictive_tenant_wall(
    databases: Databases, every_table: list[Table]
) -> None:
    for instance in INSTANCES:
        rows = await ask(
            databases,
            instance,
            """select tablename from pg_policies where schemaname = 'rundbord' and policyname = 'tenant_wall'
               and permissive = 'RESTRICTIVE' and roles = '{public}' and cmd = 'ALL'
               and replace(qual, 'rundbord.', '') = '(tenant_id = ( SELECT current_tenant() AS current_tenant))'
               and with_check = qual""",
        )
        walled = {f"{instance}.{row['tablename']}" for row in rows}
        wanted = {table.full for table in every_table if table.instance == instance} - set(WITHOUT_TENANT)
        assert wanted - walled == set()


async def test_every_table_is_closed_to_a_guest_until_it_opens_itself(databases: Databases) -> None:
    """Who has a place in a meeting alone: each table that can hold something of a child says what they see of it."""
    rows = await ask(
        databases,
        "main",
        """select t.relname as name, replace(p.qual, 'rundbord.', '') as qual,
                  replace(p.with_check, 'rundbord.', '') as with_check from pg_class t
           join pg_attribute a on a.attrelid = t.oid and not a.attisdropped
                and (a.attname = 'dossier_id' or a.attname = 'id' and t.relname = 'dossier')
           left join pg_policies p on p.schemaname = 'rundbord' and p.tablename = t.relname and p.policyname = 'within_reach'
                and p.permissive = 'RESTRICTIVE' and p.roles = '{rundbord_relation}' and p.cmd = 'ALL'
           where t.relnamespace = 'rundbord'::regnamespace and t.relkind = 'r'
             and has_any_column_privilege('rundbord_relation', t.oid, 'select, insert, update')""",
    )
    assert len(rows) > 30
    closed = "({} <> ALL (( SELECT only_reached() AS only_reached)::uuid[]))"
    assert {row["name"] for row in rows if row["qual"] is None} == set(NOT_OF_THE_CASE)
    for row in rows:
        if row["name"] in NOT_OF_THE_CASE:
            continue
        shut = closed.format("id" if row["name"] == "dossier" else "dossier_id")
        assert shut in row["qual"], row["name"]
        assert shut in row["with_check"], row["name"]
        assert (row["qual"] != shut) == (row["name"] in OPEN_TO_A_GUEST), row["name"]
    assert set(OPEN_TO_A_GUEST) <= {row["name"] for row in rows}


@pytest.mark.parametrize("instance", INSTANCES)
async def test_no_view_passes_the_walls(databases: Databases, instance: str) -> None:
    rows = await ask(
        databases,
        instance,
        """select relname, reloptions from pg_class
           where relnamespace = 'rundbord'::regnamespace and relkind in ('v', 'm')""",
    )
    assert [row for row in rows if "security_invoker=true" not in (row["reloptions"] or [])] == []


@pytest.mark.parametrize("instance", INSTANCES)
async def test_services_roles_own_nothing_and_pass_no_wall(
    databases: Databases, instance: str, every_table: list[Table]
) -> None:
    rows = await ask(
        databases, instance, "select * from pg_roles where rolname = any ($1)", [*EVERYONE, "rundbord_owner"]
    )
    assert len(rows) == len(EVERYONE) + 1
    for row in rows:
        rights = ("rolsuper", "rolbypassrls", "rolcreaterole", "rolcreatedb", "rolreplication")
        assert not any(row[right] for right in rights), row["rolname"]
        assert row["rolcanlogin"] == (row["rolname"] in (*LOGIN, "rundbord_owner"))
    assert {table.owner for table in every_table} == {"rundbord_owner"}
    owned = await ask(
        databases,
        instance,
        """select r.rolname, d.classid::regclass::text as what from pg_shdepend d join pg_roles r on r.oid = d.refobjid
           where d.deptype = 'o' and r.rolname = any ($1)
             and d.dbid = (select oid from pg_database where datname = current_database())""",
        list(EVERYONE),
    )
    assert {(row["rolname"], row["what"]) for row in owned} == {
        ("rundbord_definer", "pg_proc"),
        ("rundbord_definer", "pg_default_acl"),
    }


@pytest.mark.parametrize("instance", INSTANCES)
async def test_a_role_is_taken_on_never_inherited(databases: Databases, instance: str) -> None:
    rows = await ask(
        databases,
        instance,
        """select m.member::regrole::text as who, m.roleid::regrole::text as what, m.inherit_option, m.admin_option
           from pg_auth_members m where m.member::regrole::text like 'rundbord%' or m.roleid::regrole::text like 'rundbord%'""",
    )
    assert all(not row["inherit_option"] and not row["admin_option"] for row in rows)
    pairs = {(row["who"], row["what"]) for row in rows}
    assert pairs == {("rundbord_api", role) for role in CAPACITIES} | {("rundbord_owner", "rundbord_definer")}


@pytest.mark.parametrize("instance", INSTANCES)
async def test_security_definer_functions_are_closed(databases: Databases, instance: str) -> None:
    rows = await ask(
        databases,
        instance,
        """select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner, p.proconfig,
                  exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                          where a.grantee = 0) as public
           from pg_proc p where p.pronamespace = 'rundbord'::regnamespace and p.prosecdef""",
    )
    assert len(rows) > 5
    for row in rows:
        assert row["owner"] == "rundbord_definer", row["name"]
        assert row["proconfig"] == ['search_path=""'], row["name"]
        assert not row["public"], row["name"]


@pytest.mark.parametrize("instance", INSTANCES)
async def test_nothing_of_the_transaction_is_read_by_an_immutable_function(
    databases: Databases, instance: str
) -> None:
    """An IMMUTABLE tenant function leaked through prepared plans (design, as measured)."""
    rows = await ask(
        databases,
        instance,
        """select p.proname, p.prosrc from pg_proc p
           where p.pronamespace = 'rundbord'::regnamespace and p.provolatile = 'i'
             and not exists (select from pg_depend d
                             where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')""",
    )
    reading = ("setting", "current_", "_now", " from ")
    assert [row["proname"] for row in rows if any(word in row["prosrc"].lower() for word in reading)] == []


async def test_nobody_may_truncate(databases: Databases, every_table: list[Table]) -> None:
    """TRUNCATE passes every policy; TRIGGER and REFERENCES are ways around them."""
    for instance in INSTANCES:
        rows = await ask(
            databases,
            instance,
            """select c.relname, r.rolname, right_ from pg_class c
               cross join unnest($1::text[]) r (rolname)
               cross join unnest(array['TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN']) right_
               where c.relnamespace = 'rundbord'::regnamespace and c.relkind = 'r'
                 and has_table_privilege(r.rolname, c.oid, right_)""",
            list(EVERYONE),
        )
        assert [tuple(row) for row in rows] == []


async def test_no_service_touches_the_keys_tables_but_through_functions(databases: Databases) -> None:
    rows = await ask(
        databases,
        "keys",
        """select c.relname, r.rolname from pg_class c cross join unnest($1::text[]) r (rolname)
           where c.relnamespace = 'rundbord'::regnamespace and c.relkind = 'r'
             and has_table_privilege(r.rolname, c.oid, 'SELECT,INSERT,UPDATE,DELETE')""",
        [*LOGIN, *CAPACITIES],
    )
    assert [tuple(row) for row in rows] == []


@pytest.mark.parametrize("role", [*LOGIN, *CAPACITIES])
async def test_without_a_tenant_every_table_raises(world: World, every_table: list[Table], role: str) -> None:
    """Not an empty answer: an error, for every role and table that may be read at all."""
    login = role if role in LOGIN else "rundbord_api"
    connection = await connected(world.databases, "main", login)
    try:
        answered = []
        for table in every_table:
            if table.instance != "main" or table.name in READ_BEFORE_THE_TENANT:
                continue
            transaction = connection.transaction()
            await transaction.start()
            if role != login:
                await connection.execute(f"set local role {role}")
            # Where no row is, no wall is asked; that it stands there is the test above.
            code = await _code_of(connection, f"select count(*) from {table.name}")
            if code not in (MISSING_TENANT, "42501") and await _filled(world, table.name):
                answered.append((table.name, code))
            await transaction.rollback()
        assert answered == []
    finally:
        await connection.close()


async def test_a_forgotten_role_sees_no_row(world: World) -> None:
    """The api's login role inherits no capacity: without SET ROLE every table is refused."""
    connection = await connected(world.databases, "main", "rundbord_api")
    try:
        for table in await tables(world.databases, "main"):
            if table.name == "tenant":
                continue
            code = await _code_of(connection, f"select 1 from {table.name}")
            assert code == "42501", table.name
    finally:
        await connection.close()


@pytest.mark.parametrize("instance", INSTANCES)
async def test_schema_sql_is_what_the_migrations_make(
    cluster: Cluster, databases: Databases, instance: str
) -> None:
    server = cluster.main if instance == "main" else cluster.keys
    assert FILES[instance].read_text("utf-8") == dump(server, server.database), (
        "run: python -m services.local.schema_dump"
    )


async def _code_of(connection: asyncpg.Connection, sql: str) -> str:
    try:
        async with connection.transaction():
            await connection.fetch(sql)
    except asyncpg.PostgresError as refused:
        return str(refused.sqlstate)
    return "answered"


async def _filled(world: World, table: str) -> bool:
    rows = await ask(world.databases, "main", f"select exists (select from {table})")
    return bool(rows[0][0])
