"""Rotating the keys that wrap: so that what was erased cannot be opened from a backup of the keys either.

Why this is safe. A new epoch begins every ``ROTATE_AFTER``; the data keys are wrapped again under it, one by one
and repeatably, each only if it is still under the epoch that was read. A wrapping key is destroyed with the
provider when it has been retired for ``GRACE`` (whoever was about to use it has long done so) and the key table
of every tenant holds nothing under it. ``ROTATE_AFTER`` and ``GRACE`` together leave a week of the 30 days that a
certificate promises for sweeps that come late. All in machine time: a backup ages by no other clock.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

import asyncpg

from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.keys.keyring import bound_to
from services.core.logging import log
from services.core.retention import store

ROTATE_AFTER: Final = timedelta(days=21)
GRACE: Final = timedelta(days=1)
PAGE: Final = 500


async def rotate(database: Database, who: SystemIdentity) -> int:
    """Begin an epoch when it is time, wrap the tenant's keys anew, destroy epochs nobody needs. Repeatable.

    Answers how many keys were wrapped anew and epochs destroyed. Raises ``KeyUnavailableError``.
    """
    async with database.write(who, "retention.rotate") as tx:
        await tx.one(store.LOCK_EPOCHS)
        current = await _current(database)
    return await _rewrap(database, who, current) + await _destroy_unused(database)


async def _current(database: Database) -> UUID:
    keyring = database.keyring
    in_use = [row for row in await _epochs(database) if row["retired_for"] is None]
    if in_use and in_use[-1]["age"] < ROTATE_AFTER:
        return UUID(str(in_use[-1]["id"]))
    fresh = await keyring.new_epoch()
    await keyring.pool.execute("select rundbord.retire_epochs($1)", fresh)
    return fresh


async def _rewrap(database: Database, who: SystemIdentity, current: UUID) -> int:
    provider, pool = database.keyring.provider, database.keyring.pool
    async with database.read(who, "retention.rotate") as tx:
        moment = await tx.one(store.MACHINE_TIME)
    after: UUID | None = None
    wrapped = 0
    while moment is not None:
        page = await pool.fetch(
            "select * from rundbord.list_keys($1, $2, $3, $4)", who.tenant, moment.at, after, PAGE
        )
        if not page:
            break
        for row in (row for row in page if row["epoch_id"] != current):
            bound = bound_to(who.tenant, row["dossier_id"])
            anew = provider.wrap(current, provider.unwrap(row["epoch_id"], row["wrapped"], bound), bound)
            wrapped += await pool.fetchval(
                "select rundbord.rewrap_key($1, $2, $3, $4, $5, $6)::integer",
                who.tenant,
                row["dossier_id"],
                row["generation"],
                row["epoch_id"],
                current,
                anew,
            )
        after = page[-1]["dossier_id"]
        if wrapped:
            # Whoever stops it here loses nothing: what is wrapped already is passed over.
            log().info("retention.rewrapping", tenant=str(who.tenant), wrapped=wrapped)
    return wrapped


async def _destroy_unused(database: Database) -> int:
    keyring, destroyed = database.keyring, 0
    for epoch in await _epochs(database):
        if epoch["retired_for"] is None or epoch["retired_for"] < GRACE:
            continue
        under = [
            await keyring.pool.fetchval("select rundbord.keys_under($1, $2)", tenant, epoch["id"])
            for tenant in await database.tenants()
        ]
        if not any(under):
            keyring.provider.destroy_epoch(epoch["id"])
            await keyring.pool.execute("select rundbord.mark_epoch_destroyed($1)", epoch["id"])
            destroyed += 1
    return destroyed


async def _epochs(database: Database) -> list[asyncpg.Record]:
    return await database.keyring.pool.fetch("select * from rundbord.epochs()")
