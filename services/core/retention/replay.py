"""After a restore: what had been erased is erased again, before anyone can read it.

Why this is safe: only an erasure that the anchored ledger has and the database's own ledger has never heard of is
replayed. That is a database older than the line, whatever holds or dates its old rows show: when the line was
written, nothing stood against it. A line whose erasure the database knows is the sweep's business, also one
that a hold stopped after a crash.
"""

from pathlib import Path

from services.core.db.database import Database
from services.core.identity import SystemIdentity
from services.core.logging import log
from services.core.retention import anchored, store
from services.core.retention.anchored import Erased


async def unreplayed(database: Database, anchors: Path, who: SystemIdentity) -> list[Erased]:
    """What the anchored ledger says is erased and this database has never heard of. Empty: it may serve."""
    written = {erased.id: erased for erased in anchored.read(anchors, who.tenant)}
    if not written:
        return []
    async with database.read(who, "retention.replay") as tx:
        known = {row.id for row in await tx.many(store.KNOWN_ERASURES, ids=list(written))}
    return [erased for id_, erased in written.items() if id_ not in known]


async def replay(database: Database, anchors: Path, who: SystemIdentity) -> int:
    """Erase again what a restore brought back; answers how many. Repeatable: the key goes with the next step."""
    missing = await unreplayed(database, anchors, who)
    for erased in missing:
        async with database.write(who, "retention.replay") as tx:
            await tx.run(store.DELETE_DOSSIER, dossier=erased.dossier)
            await tx.run(
                store.RECORD_REPLAYED,
                id=erased.id,
                dossier=erased.dossier,
                record=erased.record,
                rule=erased.rule,
                counted_from=erased.counted_from,
                due_on=erased.due_on,
            )
        log().warning("retention.replayed", erasure=str(erased.id))
    return len(missing)
