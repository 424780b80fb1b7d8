"""Keys without a dossier: what a failed opening or a crashed erasure left in the keys instance.

Why this is safe: only a key older than an hour is looked at, when no transaction can still be about to write the
first row under it, and the dossier is looked for in the main instance after the key was listed. Should far
more keys than expected look orphaned, it is the main instance that lacks rows (a restore, a wrong database), so
nothing is destroyed and the sweep fails loudly.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.retention import store

OLDER_THAN: Final = timedelta(hours=1)
PAGE: Final = 500
SUSPICIOUS: Final = 50
"""So many orphans on one page, with fewer dossiers than orphans, are no orphans but a main instance in trouble."""


class TooManyOrphansError(Exception):
    """The main instance seems to lack rows. Says how many keys looked orphaned, and names none."""


async def destroy_orphan_keys(database: Database, who: SystemIdentity) -> int:
    """Destroy the keys of dossiers that do not exist; answers how many. Repeatable."""
    async with database.read(who, "retention.orphans") as tx:
        moment = await tx.one(store.MACHINE_TIME)
    if moment is None:
        return 0
    before, after, destroyed = moment.at - OLDER_THAN, None, 0
    while True:
        page = await _page(database, who, before, after)
        if not page:
            return destroyed
        async with database.read(who, "retention.orphans") as tx:
            existing = {row.id for row in await tx.many(store.EXISTING, ids=page)}
        orphans = [dossier for dossier in page if dossier not in existing]
        if len(orphans) >= SUSPICIOUS and len(orphans) > len(existing):
            raise TooManyOrphansError(f"{len(orphans)} of {len(page)} keys have no dossier")
        if orphans:
            destroyed += await database.keyring.destroy(who.tenant, orphans)
        after = page[-1]


async def _page(database: Database, who: SystemIdentity, before: object, after: UUID | None) -> list[UUID]:
    rows = await database.keyring.pool.fetch(
        "select distinct dossier_id from rundbord.list_keys($1, $2, $3, $4) order by dossier_id",
        who.tenant,
        before,
        after,
        PAGE,
    )
    return [row["dossier_id"] for row in rows]
