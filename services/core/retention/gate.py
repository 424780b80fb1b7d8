"""Nobody reads and nothing is sent before what a restore brought back is erased again.

A restore takes the processes down, so it is enough that each asks when it begins: closed while the anchored
ledger names an erasure that this database has never heard of (``replay.py``, which the worker does at once); once
open it stays open.
"""

from pathlib import Path

from services.core.db.database import Database
from services.core.retention import anchored


class ServingGate:
    """One process's gate. Several requests may ask at the same time."""

    def __init__(self, database: Database, anchors: Path) -> None:
        self._database = database
        self._anchors = anchors
        self._open = False

    async def is_open(self) -> bool:
        """Whether this database has heard of every anchored erasure. Raises what asyncpg raises while it is away."""
        if self._open:
            return True
        for tenant in await self._database.tenants():
            written = [erased.id for erased in anchored.read(self._anchors, tenant)]
            if not written:
                continue
            async with self._database.tenant_function() as connection:
                known = await connection.fetchval("select rundbord.known_erasures($1, $2)", tenant, written)
            if known < len(set(written)):
                return False
        self._open = True
        return True
