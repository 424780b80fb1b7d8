"""Which hosts are tenants. The host decides the tenant, before anything else is looked at.

A known host is remembered for a minute, so a request costs no round trip for it; each transaction asks again
by itself. Unknown hosts are asked for each time: a new tenant is there at once.
"""

import time
from typing import Final

from services.core.db.database import Database

_REMEMBER_SECONDS: Final = 60.0
_LONGEST: Final = 253


class Hosts:
    """The directory of hosts, for one process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, float] = {}

    async def is_tenant(self, host: str) -> bool:
        """Whether a tenant has this host; raises what the database raises."""
        if not 0 < len(host) <= _LONGEST:
            return False
        if self._known.get(host, 0.0) > time.monotonic():
            return True
        async with self._database.tenant_function() as connection:
            found = await connection.fetchval("select tenant_id from rundbord.tenant_by_host($1)", host)
        if found is None:
            self._known.pop(host, None)
            return False
        self._known[host] = time.monotonic() + _REMEMBER_SECONDS
        return True
