"""The keys instance seen from a service: data keys, look-ups of people, birth dates.

Calls here commit at once, in the keys instance, or together (``Keyring.together``). The order keeps both instances
truthful: a key is made before the first row that needs it (an orphan key is swept), and destroyed after the last row
is gone.
"""

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import date
from typing import Self
from uuid import UUID, uuid4

import asyncpg
from asyncpg.pool import PoolConnectionProxy
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.core.identity import DossierId, PersonId, TenantId
from services.core.keys.provider import KeyProvider, KeyUnavailableError
from services.core.keys.seal import DossierKey


class Keyring:
    """One process's way to the keys instance."""

    def __init__(
        self, pool: asyncpg.Pool, provider: KeyProvider, on: PoolConnectionProxy | None = None
    ) -> None:
        self.pool = pool
        self.provider = provider
        self._on: asyncpg.Pool | PoolConnectionProxy = on or pool

    @asynccontextmanager
    async def together(self) -> AsyncIterator[Self]:
        """A keyring whose calls commit together, at the end of the block: one wait for the disk instead of hundreds.

        The rows that need what was made here must be committed after the block, by a transaction that is around it.
        """
        async with self.pool.acquire() as connection, connection.transaction():
            yield type(self)(self.pool, self.provider, connection)

    async def create(self, tenant: TenantId, dossier: DossierId) -> DossierKey:
        """Make and store the key of a new dossier."""
        epoch = await self._on.fetchval("select rundbord.current_epoch()")
        if epoch is None:
            raise KeyUnavailableError("no key epoch yet: `tenant add` makes the first one")
        key = AESGCM.generate_key(256)
        wrapped = self.provider.wrap(epoch, key, bound_to(tenant, dossier))
        await self._on.execute("select rundbord.add_key($1, $2, $3, $4)", tenant, dossier, epoch, wrapped)
        return DossierKey(1, AESGCM(key))

    async def fetch(self, tenant: TenantId, dossiers: Collection[UUID]) -> dict[UUID, DossierKey]:
        """The newest key of each dossier that has one."""
        rows = await self._on.fetch("select * from rundbord.fetch_keys($1, $2)", tenant, list(dossiers))
        found: dict[UUID, DossierKey] = {}
        for row in rows:
            known = found.get(row["dossier_id"])
            if known is None or known.generation < row["generation"]:
                key = self.provider.unwrap(
                    row["epoch_id"], row["wrapped"], bound_to(tenant, row["dossier_id"])
                )
                found[row["dossier_id"]] = DossierKey(row["generation"], AESGCM(key))
        return found

    async def destroy(self, tenant: TenantId, dossiers: Collection[UUID]) -> int:
        """Delete the keys of these dossiers; answers how many there were. Repeatable."""
        n: int = await self._on.fetchval("select rundbord.destroy_keys($1, $2)", tenant, list(dossiers))
        return n

    async def births(self, tenant: TenantId, persons: Collection[UUID]) -> Mapping[UUID, date]:
        """Birth dates of those who are born."""
        rows = await self._on.fetch("select * from rundbord.births($1, $2)", tenant, list(persons))
        return {row["person_id"]: row["born_on"] for row in rows}

    async def born_on(self, tenant: TenantId, day: date) -> list[PersonId]:
        """Who was born on a day, at most 200: for an emergency alone, where a name must fit too."""
        rows = await self._on.fetch("select * from rundbord.born_on($1, $2) as id", tenant, day)
        return [PersonId(row["id"]) for row in rows]

    async def record_birth(self, tenant: TenantId, person: PersonId, born_on: date) -> None:
        """Record or correct a birth date (system only)."""
        await self._on.execute("select rundbord.record_birth($1, $2, $3)", tenant, person, born_on)

    async def find_person(self, tenant: TenantId, kind: str, value: str) -> PersonId | None:
        """Who has this CPR number (``cpr``, ten digits) or MitID id (``mitid``, lower-case UUID), in this tenant."""
        lookup = self.provider.lookup_hash(tenant, kind, value)
        found: UUID | None = await self._on.fetchval(
            "select rundbord.find_person($1, $2, $3)", tenant, kind, lookup
        )
        return None if found is None else PersonId(found)

    async def remember_person(self, tenant: TenantId, kind: str, value: str, person: PersonId) -> PersonId:
        """Bind an identifier to a person; answers who holds it (another one, if it was bound before)."""
        lookup = self.provider.lookup_hash(tenant, kind, value)
        return PersonId(
            await self._on.fetchval(
                "select rundbord.remember_person($1, $2, $3, $4)", tenant, kind, lookup, person
            )
        )

    async def tell_identifier(
        self, tenant: TenantId, kind: str, value: str, person: PersonId
    ) -> tuple[PersonId, str]:
        """Bind an identifier (system only). Answers who holds it and how it stands: ``fresh``, ``current``, ``retired``."""
        lookup = self.provider.lookup_hash(tenant, kind, value)
        [row] = await self._on.fetch(
            "select * from rundbord.tell_identifier($1, $2, $3, $4)", tenant, kind, lookup, person
        )
        return PersonId(row["holder"]), row["standing"]

    async def replace_identifier(
        self, tenant: TenantId, kind: str, value: str, person: PersonId
    ) -> tuple[PersonId, bool]:
        """Make this the person's only identifier of its kind (system only); answers who holds it, and whether that is new.

        Those it replaces stay bound to the person and find nobody any more.
        """
        lookup = self.provider.lookup_hash(tenant, kind, value)
        [row] = await self._on.fetch(
            "select * from rundbord.replace_identifier($1, $2, $3, $4)", tenant, kind, lookup, person
        )
        return PersonId(row["holder"]), row["changed"]

    async def record_first_birth(self, tenant: TenantId, person: PersonId, born_on: date) -> date:
        """Record a birth date for one who has none; answers the one that stands. Never changes one."""
        stands: date = await self._on.fetchval(
            "select rundbord.record_first_birth($1, $2, $3)", tenant, person, born_on
        )
        return stands

    async def forget_person(self, tenant: TenantId, person: PersonId) -> None:
        """Remove look-ups and birth date of an erased person. Repeatable."""
        await self._on.execute("select rundbord.forget_person($1, $2)", tenant, person)

    async def ensure_epoch(self) -> UUID:
        """The epoch in use; made when there is none (system only)."""
        epoch: UUID | None = await self._on.fetchval("select rundbord.current_epoch()")
        return epoch or await self.new_epoch()

    async def new_epoch(self) -> UUID:
        """Start a new epoch: key with the provider first, then its name in the database."""
        epoch = uuid4()
        self.provider.create_epoch(epoch)
        await self._on.execute("select rundbord.add_epoch($1)", epoch)
        return epoch


def bound_to(tenant: UUID, dossier: UUID) -> bytes:
    """What a wrapped data key is bound to."""
    return tenant.bytes + dossier.bytes
