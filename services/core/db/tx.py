"""Transactions. The type of the parameter says what a function may do: ``ReadTx`` reads, ``WriteTx`` changes.

Why this is safe to build on: a transaction begins by telling the database which tenant and person it runs
for, takes on one capacity role, and ends by writing its one access event; an answer whose event could not be
written is never given. Whatever row with a ``dossier_id`` passes through it is named in that event, and with it what
in that dossier it was about: that is what a family is told of, or not (``access/policies.sql``).
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any, Final, TypeAlias, TypeVar
from uuid import UUID, uuid4

import asyncpg
import msgspec
from asyncpg.pool import PoolConnectionProxy

from services.core.db.queries import Query
from services.core.errors import conflict
from services.core.identity import Actor, DossierId, PersonId, TenantId
from services.core.keys.keyring import Keyring
from services.core.keys.seal import DossierKey, SealError, SealLabel, seal, unseal

Connection: TypeAlias = "asyncpg.Connection | PoolConnectionProxy"
"""A connection, or one lent by a pool."""

Row = TypeVar("Row")
Content = TypeVar("Content", bound=msgspec.Struct)


_HANGS_ON: Final = ("meeting_id", "meeting", "underretning", "deadline_id", "consent")
"""Parameters that name what a written row is a part of. One that names a problem may itself be what it is about."""


class Event:
    """Something that happened in a noun; other nouns react to it in the same transaction (``reactions.py``)."""


class ReadTx:
    """A transaction that reads as one actor. Resolvers that run side by side may share it."""

    def __init__(self, connection: Connection, actor: Actor, now: datetime, keyring: Keyring) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()
        self._keys: dict[UUID, DossierKey] = {}
        self._births: dict[UUID, date | None] = {}
        self.actor = actor
        self.now = now
        """Business time in UTC, read once when the transaction began."""
        self.keyring = keyring
        self.touched: set[UUID] = set()
        """Dossiers whose rows were seen or changed."""
        self.named: set[UUID] = set()
        """Ids that were asked for or written by name: what the access event is about."""
        self.seen: set[UUID] = set()
        """Problems, meetings and the like that were among the rows: what it is about where nothing was named."""

    @property
    def tenant(self) -> TenantId:
        """The tenant whose rows this transaction sees."""
        return self.actor.tenant

    async def many(self, query: Query[Row], **params: Any) -> list[Row]:
        """All rows of a query, as its row type."""
        records = await self._fetch(query, params)
        rows = [query.row(*(record[name] for name in query.columns)) for record in records]
        for row in rows:
            dossier = getattr(row, "dossier_id", None)
            if dossier is not None:
                self.touched.add(dossier)
        for name in query.about:
            self.seen.update(id_ for row in rows if (id_ := getattr(row, name)) is not None)
        return rows

    async def one(self, query: Query[Row], **params: Any) -> Row | None:
        """The only row of a query, or None. More than one is a fault of the query."""
        rows = await self.many(query, **params)
        if len(rows) > 1:
            raise LookupError(f"query {query.name} answered {len(rows)} rows where one was expected")
        return rows[0] if rows else None

    async def open_sealed(
        self, label: SealLabel, dossier: DossierId, row: UUID, sealed: bytes, as_type: type[Content]
    ) -> Content:
        """Open a sealed column of a row; raises ``SealError`` when the key is gone or it belongs elsewhere."""
        await self.load_keys([dossier])
        if dossier not in self._keys:
            raise SealError(f"{label}: its dossier has no key any more")
        self.touched.add(dossier)
        return unseal(self._keys[dossier], label, self.tenant, dossier, row, sealed, as_type)

    async def load_keys(self, dossiers: Collection[UUID]) -> None:
        """Fetch the keys of many dossiers in one round trip, before a list of them is opened."""
        missing = [dossier for dossier in dossiers if dossier not in self._keys]
        if missing:
            self._keys.update(await self.keyring.fetch(self.tenant, missing))

    async def born_on(self, person: PersonId) -> date | None:
        """Birth date, or None for the unborn."""
        return (await self.births([person]))[person]

    async def births(self, persons: Collection[PersonId]) -> dict[PersonId, date | None]:
        """Birth dates of many people in one round trip; None for the unborn."""
        missing = [person for person in persons if person not in self._births]
        if missing:
            found = await self.keyring.births(self.tenant, missing)
            self._births.update({person: found.get(person) for person in missing})
        return {person: self._births[person] for person in persons}

    async def _fetch(self, query: Query[Any], params: dict[str, Any]) -> Sequence[asyncpg.Record]:
        arguments = query.arguments(params)
        async with self._lock:
            return await self._connection.fetch(query.sql, *arguments)


class WriteTx(ReadTx):
    """A transaction that may change what its actor may change."""

    def __init__(self, connection: Connection, actor: Actor, now: datetime, keyring: Keyring) -> None:
        super().__init__(connection, actor, now, keyring)
        self.events: list[Event] = []
        self.only_looked = False
        """Nothing of the dossiers it touched was changed, though it wrote elsewhere: its access event says so."""

    async def run(self, query: Query[Any], **params: Any) -> int:
        """Run a statement; answers how many rows it changed. Names the dossier it was given, if any."""
        arguments = query.arguments(params)
        async with self._lock:
            status: str = await self._connection.execute(query.sql, *arguments)
        if params.get("dossier_id") is not None:
            self.touched.add(params["dossier_id"])
        # What a row hangs on says what it is about better than its own id; the dossier says where, and not what.
        above = [value for name in _HANGS_ON if (value := params.get(name)) is not None]
        beside = [params.get(name) for name in ("id", "problem_id", "problem")]
        self.named.update(above or [value for value in beside if value is not None])
        return int(status.rsplit(" ", 1)[-1]) if status[-1:].isdigit() else 0

    async def run_versioned(self, query: Query[Any], **params: Any) -> None:
        """Run a statement that names an expected version; raises CONFLICT when someone else was first."""
        if await self.run(query, **params) != 1:
            raise conflict()

    async def seal(self, label: SealLabel, dossier: DossierId, row: UUID, content: msgspec.Struct) -> bytes:
        """Seal a row's sensitive fields under its dossier's key."""
        await self.load_keys([dossier])
        if dossier not in self._keys:
            raise SealError(f"{label}: its dossier has no key")
        return seal(self._keys[dossier], label, self.tenant, dossier, row, content)

    async def create_key(self, dossier: DossierId) -> None:
        """Make the key of a new dossier. It stays if this transaction fails; the orphan is swept."""
        self._keys[dossier] = await self.keyring.create(self.tenant, dossier)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that can fail alone: an exception undoes what it wrote and the events it emitted, and goes on."""
        emitted = len(self.events)
        part = self._connection.transaction()
        async with self._lock:
            await part.start()
        try:
            yield
        except BaseException:
            async with self._lock:
                await part.rollback()
            del self.events[emitted:]
            raise
        async with self._lock:
            await part.commit()

    def emit(self, event: Event) -> None:
        """Tell other nouns what happened; they react before this transaction commits."""
        self.events.append(event)


def new_id() -> UUID:
    """A new random row id. Ids come from here, never from the database, so that a row can be sealed before it is written."""
    return uuid4()
