"""One process's databases: pools, and the begin and end of every transaction."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Self

import asyncpg

from services.core.db.tx import Connection, Event, ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError, not_found
from services.core.identity import (
    Actor,
    Capacity,
    FeedIdentity,
    PersonId,
    RequestIdentity,
    SystemIdentity,
    TenantId,
    UnitId,
)
from services.core.keys.keyring import Keyring
from services.core.keys.provider import FileKeyProvider
from services.core.settings import Settings

Reaction = Callable[[WriteTx, Any], Awaitable[None]]
Reactions = Mapping[type[Event], tuple[Reaction, ...]]
Who = RequestIdentity | SystemIdentity | FeedIdentity

_ROLE: Final[Mapping[Capacity, str]] = {
    Capacity.FAMILY: "rundbord_family",
    Capacity.PROFESSIONAL: "rundbord_relation",
    Capacity.ADVISER: "rundbord_relation",
    Capacity.LEADER: "rundbord_unit",
    Capacity.ADMINISTRATOR: "rundbord_oversight",
    Capacity.DPO: "rundbord_oversight",
    Capacity.AUDITOR: "rundbord_auditor",
}
"""One database role a capacity. Policies are written for roles, so what a leader sees is never what a relation gives."""
_FEED_ROLE: Final = "rundbord_calendar"
"""Whatever the capacity: the times of its meetings, and nothing else."""


class UnknownHostError(Exception):
    """No tenant has this host (421)."""


class Database:
    """Main and keys instance as this process's login role. Made in the event loop that uses it."""

    def __init__(self, pool: asyncpg.Pool, keyring: Keyring, reactions: Reactions) -> None:
        self.pool = pool
        self.keyring = keyring
        self._reactions = reactions

    @classmethod
    async def open(cls, settings: Settings, reactions: Reactions, *, size: int = 10) -> Self:
        """Open both pools. Raises ``OSError`` or ``asyncpg.PostgresError`` when an instance can't be reached."""
        if settings.key_dir is None:
            raise ValueError("a database needs a key provider: RUNDBORD_KEY_DIR")
        pool = await _pool(settings.database_url, size)
        try:
            keys = await _pool(settings.keys_url, size)
        except BaseException:
            # Whoever waits for the keys tries again and again: no attempt may leave connections behind.
            pool.terminate()
            raise
        return cls(pool, Keyring(keys, FileKeyProvider(settings.key_dir)), reactions)

    @classmethod
    async def open_main(cls, settings: Settings, *, size: int = 1) -> Self:
        """Open the main instance alone, for what needs no key: figures are asked for while the keys are away too.

        Raises ``OSError`` or ``asyncpg.PostgresError`` when it can't be reached.
        """
        pool = await _pool(settings.database_url, size)
        # Without a connection, until somebody asks for a key.
        keys = await _pool(settings.keys_url, size, least=0)
        return cls(pool, Keyring(keys, FileKeyProvider(settings.key_dir or Path())), {})

    async def close(self) -> None:
        """Close both pools, waiting for running transactions at most 10 s."""
        for pool in (self.pool, self.keyring.pool):
            try:
                await asyncio.wait_for(pool.close(), 10)
            except TimeoutError:
                pool.terminate()

    @asynccontextmanager
    async def read(self, who: Who, operation: str) -> AsyncIterator[ReadTx]:
        """A reading transaction. ``operation`` names it in the access event (a closed vocabulary, no free text)."""
        async with self._begin(who, operation, changed=False) as tx:
            yield tx

    @asynccontextmanager
    async def write(self, who: Who, operation: str) -> AsyncIterator[WriteTx]:
        """A changing transaction: commits at the end of the block, after the reactions to its events."""
        async with self._begin(who, operation, changed=True) as tx:
            yield tx
            await self._react(tx)

    @asynccontextmanager
    async def tenant_function(self, *, keys: bool = False) -> AsyncIterator[Connection]:
        """A connection with no actor, for login's functions, which take the tenant themselves."""
        async with (
            (self.keyring.pool if keys else self.pool).acquire() as connection,
            connection.transaction(),
        ):
            yield connection

    async def tenants(self) -> list[TenantId]:
        """Every tenant, in the order of their names: sweeps go tenant by tenant."""
        return [TenantId(row["id"]) for row in await self.pool.fetch("select id from rundbord.tenants()")]

    async def ping(self) -> None:
        """Ask both instances for a sign of life within 2 s; raises what went wrong."""
        async with asyncio.timeout(2):
            await self.pool.fetchval("select 1")
            await self.keyring.pool.fetchval("select 1")

    @asynccontextmanager
    async def _begin(self, who: Who, operation: str, *, changed: bool) -> AsyncIterator[WriteTx]:
        async with self.pool.acquire() as connection, connection.transaction():
            actor, now = await _enter(connection, who)
            tx = WriteTx(connection, actor, now, self.keyring)
            yield tx
            # A lease or a sweep's run touches no dossier: of the system only what it did to somebody's is an event.
            if tx.touched or (changed and actor.capacity is not Capacity.SYSTEM):
                await connection.execute(
                    "select rundbord.record_access($1, $2, $3, $4, $5, $6)",
                    new_id(),
                    operation,
                    changed and not tx.only_looked,
                    list(tx.touched),
                    list(tx.named),
                    list(tx.seen),
                )

    async def _react(self, tx: WriteTx) -> None:
        # A reaction may emit further events; the table of reactions is layered, so this ends.
        while tx.events:
            event = tx.events.pop(0)
            for reaction in self._reactions.get(type(event), ()):
                await reaction(tx, event)


async def _enter(connection: Connection, who: Who) -> tuple[Actor, datetime]:
    if isinstance(who, SystemIdentity):
        now: datetime = await connection.fetchval("select rundbord.begin_system($1)", who.tenant)
        return Actor(who.tenant, "", None, Capacity.SYSTEM, None, frozenset(), (), "da", None), now
    if isinstance(who, FeedIdentity):
        return await _enter_feed(connection, who)
    actor, now = await _resolve(connection, who)
    if actor is None:
        raise UserError(ErrorCode.UNAUTHENTICATED)
    await connection.execute(f"set local role {_ROLE[actor.capacity]}")
    return actor, now


async def _enter_feed(connection: Connection, who: FeedIdentity) -> tuple[Actor, datetime]:
    row = await connection.fetchrow("select * from rundbord.begin_calendar_feed($1, $2)", who.host, who.hash)
    if row is None:
        raise not_found()
    await connection.execute(f"set local role {_FEED_ROLE}")
    tenant, person = TenantId(row["tenant_id"]), PersonId(row["person_id"])
    capacity, nothing = Capacity(row["capacity"]), frozenset[str]()
    return (
        Actor(tenant, row["tenant_slug"], person, capacity, None, nothing, (), row["language"], None),
        row["now"],
    )


async def _resolve(connection: Connection, who: RequestIdentity) -> tuple[Actor | None, datetime]:
    shown = who.credential
    row = await connection.fetchrow(
        "select * from rundbord.begin_request($1, $2, $3)",
        who.host,
        shown.kind if shown else "cookie",
        shown.hash if shown else None,
    )
    if row is None:
        raise UnknownHostError
    if row["person_id"] is None:
        return None, row["now"]
    return (
        Actor(
            tenant=TenantId(row["tenant_id"]),
            tenant_slug=row["tenant_slug"],
            person=PersonId(row["person_id"]),
            capacity=Capacity(row["capacity"]),
            session=row["session_id"],
            roles=frozenset(row["roles"]),
            units=tuple(UnitId(unit) for unit in row["units"]),
            language=row["language"],
            expires_at=row["expires_at"],
        ),
        row["now"],
    )


async def _pool(dsn: str, size: int, *, least: int = 1) -> asyncpg.Pool:
    return await asyncpg.create_pool(
        dsn,
        min_size=least,
        max_size=size,
        timeout=5,
        command_timeout=30,
        server_settings={"search_path": "rundbord", "timezone": "UTC", "application_name": "rundbord"},
    )
