"""What the login roles may and may not do, on the servers every other test stands on."""

from urllib.parse import urlsplit

import asyncpg
import pytest
import redis

from services.local import postgres
from tests.environment import Cluster, Databases


@pytest.mark.parametrize("role", postgres.LOGIN_ROLES)
async def test_each_login_role_reaches_both_instances(databases: Databases, role: str) -> None:
    for dsn in (databases.main[role], databases.keys[role]):
        connection = await asyncpg.connect(dsn)
        assert await connection.fetchval("SELECT current_user") == role
        await connection.close()


async def test_no_role_of_ours_stands_above_the_policies(databases: Databases) -> None:
    connection = await asyncpg.connect(databases.main_superuser)
    rows = await connection.fetch(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'rundbord%' "
        "AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"
    )
    await connection.close()
    assert rows == []


async def test_the_api_inherits_no_capacity_and_may_take_on_each(databases: Databases) -> None:
    connection = await asyncpg.connect(databases.main["rundbord_api"])
    for capacity in ("family", "relation", "unit", "oversight"):
        role = f"rundbord_{capacity}"
        assert not await connection.fetchval("SELECT pg_has_role($1, 'USAGE')", role)
        await connection.execute(f"SET ROLE {role}")
        assert await connection.fetchval("SELECT current_user") == role
        await connection.execute("RESET ROLE")
    await connection.close()


@pytest.mark.parametrize("role", ["rundbord_worker", "rundbord_notifier"])
async def test_other_services_take_on_no_capacity(databases: Databases, role: str) -> None:
    connection = await asyncpg.connect(databases.main[role])
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute("SET ROLE rundbord_unit")
    await connection.close()


async def test_the_owner_may_create_the_extension_it_needs(databases: Databases) -> None:
    connection = await asyncpg.connect(databases.main["rundbord_owner"])
    await connection.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    await connection.close()


async def test_services_create_nothing(databases: Databases) -> None:
    for role in ("rundbord_api", "rundbord_worker", "rundbord_notifier"):
        connection = await asyncpg.connect(databases.main[role])
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("CREATE SCHEMA mine")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("CREATE TEMPORARY TABLE mine (id int)")
        await connection.close()


def test_roles_can_be_applied_again(cluster: Cluster) -> None:
    postgres.apply_roles(cluster.main.access)


def test_valkey_refuses_who_has_no_password(valkey_url: str) -> None:
    assert redis.Redis.from_url(valkey_url).ping()
    stranger = valkey_url.replace(urlsplit(valkey_url).password or "?", "wrong")
    with pytest.raises(redis.AuthenticationError):
        redis.Redis.from_url(stranger).ping()
