"""``python -m services.core.tenancy add DIR --base DOMAIN``: add a municipality, or follow a change of its model.

For the operator, from the image. Two roles are needed, as nobody but the owner may add a tenant and nobody but
the worker may write its rows: the worker's settings as ever, and ``RUNDBORD_OWNER_URL`` for the main database's
owner. Exit 0 done, 1 the model has mistakes, 2 usage or settings, 3 a database can't be reached.
"""

import argparse
import asyncio
import json
import os
import sys
from pathlib import Path

import asyncpg

from services.core.db.database import Database
from services.core.settings import Settings, SettingsError
from services.core.tenancy.findings import ModelError
from services.core.tenancy.service import Added, add_tenant

OWNER = "RUNDBORD_OWNER_URL"


def main() -> int:
    """Add the tenant of a directory; tells host and version as one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m services.core.tenancy")
    commands = parser.add_subparsers(dest="command", required=True)
    add = commands.add_parser("add", help="add a municipality, or follow a change of its model; repeatable")
    add.add_argument("directory", type=Path, metavar="DIR")
    add.add_argument(
        "--base", required=True, metavar="DOMAIN", help="the tenant's host is its label below this"
    )
    asked = parser.parse_args()
    try:
        settings = Settings.from_env(needs=("database_url", "keys_url", "key_dir"))
        if not (owner := os.environ.get(OWNER, "")):
            raise SettingsError(f"not set: {OWNER}")
        added = asyncio.run(_add(settings, owner, asked.directory, asked.base))
    except ModelError as problem:
        print(problem, file=sys.stderr)
        return 1
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    except (OSError, asyncpg.PostgresError) as problem:
        print(problem, file=sys.stderr)
        return 3
    said = {
        "tenant": added.slug,
        "host": added.host,
        "version": str(added.version_id),
        "changed": added.changed,
    }
    print(json.dumps(said))
    return 0


async def _add(settings: Settings, owner: str, directory: Path, base: str) -> Added:
    db = await Database.open(settings, {}, size=1)
    try:
        return await add_tenant(owner, db, directory, base)
    finally:
        await db.close()


if __name__ == "__main__":
    sys.exit(main())
