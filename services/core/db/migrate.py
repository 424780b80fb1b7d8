"""Bring both databases to the schema of this code: numbered plain SQL, then policies that changed.

Migrations run once each, in one transaction each, under an advisory lock, with short lock and statement
timeouts; a file that changed after it ran is refused by its checksum. ``policies.sql`` of each noun holds
functions and policies that may be re-applied, and is when its text changes.
"""

import asyncio
import hashlib
import re
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import asyncpg

from services.core.db.away import CONTENDED
from services.core.settings import Settings

_CORE = Path(__file__).parent.parent
_MIGRATIONS = {"main": _CORE / "db" / "migrations", "keys": _CORE / "db" / "keys_migrations"}
# What other nouns' policies call comes first; the rest in the order of their names.
_POLICIES_FIRST = ("db", "access", "sharing", "session", "dossier")
_LOCK = 0x72756E64  # "rund"
_GATE = _LOCK + 1
"""Every transaction of a service holds this one shared from its beginning (``read_business_clock``); whoever changes
tables or policies holds it alone. Without it their locks cross on a busy system, until one of them gives up."""
_PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Seconds between the tries of one migration."""
_LEDGER = """
create table if not exists public.schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp()
)
"""


class MigrationError(Exception):
    """The database and this code can't be brought together; the text says which file and why."""


@dataclass(frozen=True, slots=True)
class Script:
    """One SQL file, its name in the ledger and the checksum of its text."""

    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """SHA-256 of the text, hexadecimal."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def migrations(instance: str) -> list[Script]:
    """The numbered migrations of ``main`` or ``keys``, in order; a double number is an error, a gap is not.

    A gap is what is being written elsewhere at the same time: it is applied when it comes, in its place for new
    databases and after the others for those that have them, so migrations of one time must not need each other.
    """
    scripts = [
        Script(path.name, path.read_text("utf-8")) for path in sorted(_MIGRATIONS[instance].glob("*.sql"))
    ]
    taken: dict[str, str] = {}
    for script in scripts:
        if not re.fullmatch(r"[0-9]{4}_[a-z_]+\.sql", script.name):
            raise MigrationError(f"{script.name}: a migration is called 0001_what_it_does.sql")
        other = taken.setdefault(script.name[:4], script.name)
        if other != script.name:
            raise MigrationError(f"{script.name}: {other} has that number already")
    return scripts


def policies(instance: str) -> list[Script]:
    """The re-appliable files of ``main`` or ``keys``, in the order in which they stand on each other."""
    if instance == "keys":
        return [Script("keys/policies.sql", (_CORE / "keys" / "policies.sql").read_text("utf-8"))]
    found = {path.parent.name: path for path in _CORE.glob("*/policies.sql") if path.parent.name != "keys"}
    order = [*_POLICIES_FIRST, *sorted(found.keys() - set(_POLICIES_FIRST))]
    return [Script(f"{noun}/policies.sql", found[noun].read_text("utf-8")) for noun in order]


async def migrate(dsn: str, instance: str = "main", numbered: Sequence[Script] | None = None) -> list[str]:
    """Apply what is missing to one database as its owner; answers the names of the files that ran.

    ``numbered``: the migrations there are; not given: those of this code.
    """
    wanted = migrations(instance) if numbered is None else numbered
    connection = await asyncpg.connect(dsn, timeout=10)
    try:
        await connection.execute(
            "set lock_timeout = '5s'; set statement_timeout = '5min'; set check_function_bodies = off"
        )
        await _in_turn(lambda: connection.execute("select pg_advisory_lock($1)", _LOCK))
        await connection.execute(_LEDGER)
        rows = await connection.fetch("select name, checksum from public.schema_migration")
        done: dict[str, str] = {row["name"]: row["checksum"] for row in rows}
        return [
            *await _apply_once(connection, wanted, done),
            *await _reapply(connection, policies(instance), done),
        ]
    finally:
        await connection.close()


async def _apply_once(
    connection: asyncpg.Connection, scripts: Sequence[Script], done: dict[str, str]
) -> list[str]:
    ran = []
    for script in scripts:
        if script.name in done:
            if done[script.name] != script.checksum:
                raise MigrationError(
                    f"{script.name} changed after it was applied; add a new migration instead"
                )
            continue
        await _in_turn(partial(_apply_one, connection, script))
        ran.append(script.name)
    return ran


async def _apply_one(connection: asyncpg.Connection, script: Script) -> None:
    async with connection.transaction():
        await connection.execute("select pg_advisory_xact_lock($1)", _GATE)
        await connection.execute(script.sql)
        await connection.execute("reset role")
        await connection.execute(
            "insert into public.schema_migration (name, checksum) values ($1, $2)",
            script.name,
            script.checksum,
        )


async def _reapply(
    connection: asyncpg.Connection, scripts: Sequence[Script], done: dict[str, str]
) -> list[str]:
    changed = [script for script in scripts if done.get(script.name) != script.checksum]
    if not changed:
        return []
    await _in_turn(lambda: _apply_all(connection, scripts))
    return [script.name for script in changed]


async def _apply_all(connection: asyncpg.Connection, scripts: Sequence[Script]) -> None:
    # All of them in one transaction: no moment in which a policy is missing.
    async with connection.transaction():
        await connection.execute("select pg_advisory_xact_lock($1)", _GATE)
        for script in scripts:
            await connection.execute(script.sql)
            await connection.execute("reset role")
            await connection.execute(
                "insert into public.schema_migration (name, checksum) values ($1, $2) on conflict (name)"
                " do update set checksum = excluded.checksum, applied_at = clock_timestamp()",
                script.name,
                script.checksum,
            )


async def _in_turn(work: Callable[[], Awaitable[object]]) -> None:
    """Do one transaction's work; again after a while when people at work are in the way (deadlock, lock timeout).

    The short lock timeout lets those pass who queue behind us, so it may well strike on a busy system.
    """
    for pause in _PAUSES:
        try:
            await work()
        except CONTENDED:
            await asyncio.sleep(pause)
        else:
            return
    await work()


async def migrate_both(settings: Settings) -> list[str]:
    """Migrate the main and the keys database named in ``settings`` (owner's addresses)."""
    return [
        *await migrate(settings.database_url, "main"),
        *await migrate(settings.keys_url, "keys"),
    ]


def main() -> int:
    """Entry point ``python -m services.core.db.migrate``: exit 0 done, 3 when the database can't be reached or refuses."""
    settings = Settings.from_env(needs=("database_url", "keys_url"))
    try:
        ran = asyncio.run(migrate_both(settings))
    except (OSError, asyncpg.PostgresError, MigrationError) as problem:
        print(f"migration failed: {problem}", file=sys.stderr)
        return 3
    print(f"migrated: {', '.join(ran) if ran else 'nothing to do'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
