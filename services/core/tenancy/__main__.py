"""``python -m services.core.tenancy add|versions|withdraw``: a municipality and the versions of its model.

For the operator, from the image. ``add`` needs two roles, as nobody but the owner may add a tenant and nobody but
the worker may write its rows: the worker's settings as ever, and ``RUNDBORD_OWNER_URL`` for the main database's
owner. No command approves a version: that is done in the portal, by others than who proposed it. Exit 0 done, 1 the
model has mistakes or the version is settled, 2 usage or settings, 3 a database can't be reached.
"""

import argparse
import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import asyncpg

from services.core.db.database import Database
from services.core.errors import UserError
from services.core.identity import SystemIdentity
from services.core.settings import Settings, SettingsError
from services.core.tenancy import versions
from services.core.tenancy.findings import ModelError
from services.core.tenancy.service import add_tenant, tenant_id
from services.core.tenancy.telling import added_as_data, added_in_words, version_as_data

OWNER = "RUNDBORD_OWNER_URL"


def main() -> int:
    """Run one command; answers as JSON, with a sentence for people on standard error."""
    asked = _parser().parse_args()
    try:
        settings = Settings.from_env(needs=("database_url", "keys_url", "key_dir"))
        owner = os.environ.get(OWNER, "")
        if asked.command == "add" and not owner:
            raise SettingsError(f"not set: {OWNER}")
        print(json.dumps(asyncio.run(_run(settings, owner, asked))))
    except (ModelError, UserError) as problem:
        told = (
            problem.told(asked.language) if isinstance(problem, ModelError) else problem.text(asked.language)
        )
        print(told, file=sys.stderr)
        return 1
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    except (OSError, asyncpg.PostgresError) as problem:
        print(problem, file=sys.stderr)
        return 3
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m services.core.tenancy")
    parser.add_argument("--language", choices=("da", "en"), default="da")
    commands = parser.add_subparsers(dest="command", required=True)
    add = commands.add_parser("add", help="add a municipality, or propose a change of its model; repeatable")
    add.add_argument("directory", type=Path, metavar="DIR")
    add.add_argument(
        "--base", required=True, metavar="DOMAIN", help="the tenant's host is its label below this"
    )
    listed = commands.add_parser("versions", help="the versions of a tenant's model, the newest first")
    listed.add_argument("tenant", metavar="SLUG")
    taken = commands.add_parser("withdraw", help="take back a version that the operator has proposed")
    taken.add_argument("tenant", metavar="SLUG")
    taken.add_argument("number", type=int, metavar="NUMBER")
    return parser


async def _run(settings: Settings, owner: str, asked: argparse.Namespace) -> Any:
    db = await Database.open(settings, {}, size=1)
    try:
        if asked.command == "add":
            added = await add_tenant(owner, db, asked.directory, asked.base)
            print(added_in_words(added, asked.language), file=sys.stderr)
            return added_as_data(added)
        who = SystemIdentity(tenant_id(asked.tenant))
        if asked.command == "versions":
            async with db.read(who, "tenant.versions") as tx:
                return [version_as_data(one) for one in await versions.versions(tx)]
        async with db.write(who, "tenant.withdraw") as tx:
            return version_as_data(await versions.withdraw_number(tx, asked.number))
    finally:
        await db.close()


if __name__ == "__main__":
    sys.exit(main())
