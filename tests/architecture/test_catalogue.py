"""What PostgreSQL's own catalogue says of the migrated databases: no table, key, role or function slips the walls.

The questions are asked of the catalogue, not of our SQL files, so they hold for whatever a later migration does.
"""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from tests.environment import Databases

# Tables that belong to no tenant. Each line says why.
WITHOUT_TENANT = {
    "rundbord.business_clock": "one row for the installation: the offset of business time",
    "rundbord.tenant": "is the tenant; its own id is the wall",
    "rundbord.key_epoch": "wrapping keys change for all tenants in the same month",
    "public.schema_migration": "the ledger of migrations",
}
# Unique across tenants: who guesses a value learns only what is public.
UNIQUE_ACROSS_TENANTS = {
    "business_clock_pkey": "one row",
    "tenant_pkey": "the tenant itself",
    "tenant_slug_key": "a tenant's name is public",
    "tenant_host_key": "a host is public",
    "tenant_cvr_key": "a municipality's CVR number is public",
    "key_epoch_pkey": "random ids without a tenant",
    "schema_migration_pkey": "names of our own files",
}
TIME_BOUNDED = {"employment", "enrolment", "custody", "relation"}
PROCESSES = ["rundbord_api", "rundbord_worker", "rundbord_notifier"]


@pytest.fixture(params=["main", "keys"])
async def catalogue(
    request: pytest.FixtureRequest, databases: Databases
) -> AsyncIterator[asyncpg.Connection]:
    url = databases.main_superuser if request.param == "main" else databases.keys_superuser
    connection = await asyncpg.connect(url)
    yield connection
    await connection.close()


@pytest.fixture
async def main(databases: Databases) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(databases.main_superuser)
    yield connection
    await connection.close()


TABLES = """
    select n.nspname || '.' || c.relname as name, c.oid, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
           pg_get_userbyid(c.relowner) as owner,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
"""


async def test_every_table_belongs_to_a_tenant_and_forces_row_security(catalogue: asyncpg.Connection) -> None:
    tables = await catalogue.fetch(TABLES)
    assert len(tables) > 3
    for table in tables:
        if table["name"] not in WITHOUT_TENANT:
            assert table["tenant"], f"{table['name']} has no tenant_id"
            assert (table["rls"], table["forced"]) == (True, True), table["name"]
        assert table["owner"] not in PROCESSES, f"{table['name']} belongs to a process"


async def test_every_table_of_a_tenant_has_the_restrictive_wall(catalogue: asyncpg.Connection) -> None:
    """Permissive policies are joined by OR; only a restrictive one cannot be opened by adding another."""
    walled = {
        row["name"]
        for row in await catalogue.fetch(
            "select schemaname || '.' || tablename as name from pg_policies "
            "where permissive = 'RESTRICTIVE' and cmd = 'ALL' and qual ~ 'current_tenant' and with_check ~ 'current_tenant'"
        )
    }
    tables = {row["name"] for row in await catalogue.fetch(TABLES)} - WITHOUT_TENANT.keys()
    keys_are_behind_functions = {"rundbord.dossier_key", "rundbord.person_lookup", "rundbord.birth"}
    assert tables - walled - keys_are_behind_functions == set()


async def test_no_process_touches_the_keys_instances_tables(databases: Databases) -> None:
    connection = await asyncpg.connect(databases.keys_superuser)
    try:
        open_to = await connection.fetch(
            "select grantee, table_name from information_schema.role_table_grants "
            "where table_schema = 'rundbord' and grantee = any($1)",
            PROCESSES,
        )
    finally:
        await connection.close()
    assert [tuple(row) for row in open_to] == [], "keys are reached through functions alone"


async def test_every_key_begins_with_the_tenant(catalogue: asyncpg.Connection) -> None:
    """A unique index across tenants answers whether another municipality has a value: an oracle."""
    indexes = await catalogue.fetch("""
        select i.relname as name, a.attname as first
        from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
        where x.indisunique and n.nspname in ('rundbord', 'public')
    """)
    across = {row["name"] for row in indexes if row["first"] != "tenant_id"}
    assert across - UNIQUE_ACROSS_TENANTS.keys() == set()


async def test_every_foreign_key_carries_the_tenant(catalogue: asyncpg.Connection) -> None:
    """Foreign keys are checked past row-level security: without the tenant they would join two of them."""
    loose = await catalogue.fetch("""
        select f.conname from pg_constraint f
        where f.contype = 'f' and f.conparentid = 0 and f.confrelid <> coalesce(to_regclass('rundbord.tenant'), 0)
          and not exists (
            select from pg_attribute a join pg_attribute b on b.attrelid = f.confrelid and b.attname = 'tenant_id'
            where a.attrelid = f.conrelid and a.attname = 'tenant_id'
              and array_position(f.conkey, a.attnum) = array_position(f.confkey, b.attnum))
    """)
    across = {row["conname"] for row in loose}
    assert {name for name in across if "epoch" not in name} == set()


async def test_processes_own_nothing_and_inherit_nothing(catalogue: asyncpg.Connection) -> None:
    roles = await catalogue.fetch(
        "select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname ~ '^rundbord_'"
    )
    assert len(roles) >= 8
    for role in roles:
        assert not any(list(role.values())[1:]), role["rolname"]
    inherited = await catalogue.fetch(
        "select member::regrole::text as member, roleid::regrole::text as role from pg_auth_members "
        "where inherit_option and member::regrole::text ~ '^rundbord_'"
    )
    assert [tuple(row) for row in inherited] == []


async def test_nobody_may_truncate_or_refer(catalogue: asyncpg.Connection) -> None:
    """TRUNCATE ignores policies; REFERENCES and TRIGGER let a role look behind them."""
    rights = await catalogue.fetch(
        "select grantee, table_name, privilege_type from information_schema.role_table_grants "
        "where table_schema = 'rundbord' and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES') "
        "and grantee not in ('rundbord_owner', 'postgres')"
    )
    assert [tuple(row) for row in rights] == []


async def test_privileged_functions_are_owned_by_the_definer_and_fix_their_path(
    catalogue: asyncpg.Connection,
) -> None:
    functions = await catalogue.fetch("""
        select p.oid::regprocedure::text as name, pg_get_userbyid(p.proowner) as owner,
               coalesce(array_to_string(p.proconfig, ','), '') as config,
               has_function_privilege('public', p.oid, 'execute') as open
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'rundbord' and p.prosecdef
    """)
    assert functions
    for function in functions:
        assert function["owner"] == "rundbord_definer", function["name"]
        assert 'search_path=""' in function["config"], function["name"]
        assert not function["open"], f"{function['name']} can be called by everyone"


async def test_services_cannot_write_grants_or_change_events(main: asyncpg.Connection) -> None:
    """Access is derived by the database, and what was logged stays: also for someone inside a process."""
    for role in [*PROCESSES, "rundbord_family", "rundbord_relation", "rundbord_unit", "rundbord_oversight"]:
        for table, rights in (
            ("access_grant", ("INSERT", "UPDATE", "DELETE")),
            ("access_event", ("INSERT", "UPDATE")),
            ("audit_seal", ("UPDATE", "DELETE")),
        ):
            for right in rights:
                allowed = await main.fetchval(
                    "select has_table_privilege($1, $2, $3)", role, f"rundbord.{table}", right
                )
                assert not allowed, f"{role} may {right} {table}"


async def test_time_bounded_facts_have_two_times_and_one_truth(main: asyncpg.Connection) -> None:
    rows = await main.fetch("""
        select c.relname as name,
               array(select a.attname::text from pg_attribute a
                     where a.attrelid = c.oid and a.atttypid = 'tstzrange'::regtype and a.attnotnull) as ranges,
               coalesce((select pg_get_constraintdef(x.oid) from pg_constraint x
                         where x.conrelid = c.oid and x.contype = 'x'), '') as truth
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'rundbord' and c.relkind = 'r'
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'tstzrange'::regtype)
    """)
    assert {row["name"] for row in rows} == TIME_BOUNDED
    for row in rows:
        assert set(row["ranges"]) == {"valid", "recorded"}, row["name"]
        assert "valid WITH &&, recorded WITH &&" in row["truth"], row["name"]


async def test_every_sealed_row_names_its_dossier(main: asyncpg.Connection) -> None:
    """Data key, erasure and log all hang on the dossier: a sealed row without one could never be erased."""
    sealed = await main.fetch("""
        select c.relname as name,
               exists (select from pg_attribute d
                       where d.attrelid = c.oid and d.attname = 'dossier_id' and d.attnotnull) as dossier
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'sealed' and not a.attisdropped
        where c.relkind = 'r'
    """)
    assert len(sealed) > 5
    assert [row["name"] for row in sealed if not row["dossier"]] == []


async def test_a_transaction_without_a_tenant_raises(databases: Databases) -> None:
    connection = await asyncpg.connect(databases.main["rundbord_worker"])
    try:
        with pytest.raises(asyncpg.PostgresError) as refused:
            await connection.fetch("select * from rundbord.casework")
    finally:
        await connection.close()
    assert refused.value.sqlstate == "RB001"
