"""Databases that begin as copies of others: a tenth of a second each, where they lie in memory."""

import asyncpg

from tests.environment import Databases


def server_of(dsn: str) -> str:
    """The URL without its database."""
    return dsn.rsplit("/", 1)[0]


async def aside(fresh: Databases, name: str) -> Databases:
    """A copy of a fresh pair of databases that lives as long as its servers."""
    made = []
    for dsn in (fresh.main_superuser, fresh.keys_superuser):
        await copy_database(server_of(dsn), f"{name}_{dsn.rsplit('/', 1)[1]}", dsn.rsplit("/", 1)[1])
        made.append(f"{name}_{dsn.rsplit('/', 1)[1]}")
    return Databases(
        main={role: f"{server_of(dsn)}/{made[0]}" for role, dsn in fresh.main.items()},
        keys={role: f"{server_of(dsn)}/{made[1]}" for role, dsn in fresh.keys.items()},
        main_superuser=f"{server_of(fresh.main_superuser)}/{made[0]}",
        keys_superuser=f"{server_of(fresh.keys_superuser)}/{made[1]}",
    )


async def become(fresh: Databases, settled: Databases) -> None:
    """Put a copy of the settled databases in the place of the fresh ones."""
    for dsn, of in (
        (fresh.main_superuser, settled.main_superuser),
        (fresh.keys_superuser, settled.keys_superuser),
    ):
        await copy_database(server_of(dsn), dsn.rsplit("/", 1)[1], of.rsplit("/", 1)[1])


async def copy_database(server: str, name: str, of: str) -> None:
    """Make a database, in the place of one of that name, that begins as a copy of another."""
    connection = await asyncpg.connect(f"{server}/postgres")
    try:
        await connection.execute(f"drop database if exists {name} with (force)")
        await connection.execute(f"create database {name} template {of} owner rundbord_owner")
        await connection.execute(f"revoke all on database {name} from public")
        await connection.execute(
            f"grant connect on database {name} to rundbord_api, rundbord_worker, rundbord_notifier"
        )
    finally:
        await connection.close()
