"""`python -m services.core.operation [--json]`: how it goes in every municipality, with the worker's settings.

Exit 0 all well, 1 something to look at, 2 usage, 3 the database does not answer.
"""

import argparse
import asyncio
import json
import sys

import asyncpg

from services.core.db.away import AWAY
from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.operation.report import as_json, as_lines
from services.core.operation.rules import Operation
from services.core.operation.service import operation
from services.core.settings import Settings, SettingsError


def main() -> int:
    """Ask and tell."""
    parser = argparse.ArgumentParser(prog="python -m services.core.operation")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    try:
        found = asyncio.run(_ask(Settings.from_env(needs=("database_url",))))
    except (*AWAY, SettingsError, asyncpg.PostgresError) as problem:
        print(f"could not ask: {type(problem).__name__}", file=sys.stderr)
        return 3
    if asked.json:
        print(json.dumps({str(tenant): as_json(one) for tenant, one in found.items()}))
    else:
        for tenant, one in found.items():
            print("\n".join(as_lines(str(tenant), one)))
    return 1 if any(one.findings for one in found.values()) else 0


async def _ask(settings: Settings) -> dict[TenantId, Operation]:
    database = await Database.open_main(settings)
    try:
        found = {}
        for tenant in await database.tenants():
            async with database.read(SystemIdentity(tenant), "operation.status") as tx:
                found[tenant] = await operation(tx)
        return found
    finally:
        await database.close()


if __name__ == "__main__":
    sys.exit(main())
