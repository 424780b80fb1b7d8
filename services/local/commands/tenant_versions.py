"""`tenant versions T`: the versions of a tenant's model in the running system; `--withdraw N` takes a proposal back."""

import argparse
import asyncio
import json
from typing import Any

from services.core.errors import UserError
from services.core.identity import SystemIdentity
from services.core.tenancy import versions
from services.core.tenancy.telling import version_as_data, version_in_words
from services.core.tenancy.versions import Version
from services.local.acting import as_worker, tenants_of
from services.local.home import read_running
from services.local.options import add_data, add_json, add_language


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments. No command approves: that is done in the portal, by somebody else."""
    parser.add_argument("tenant", metavar="T", help="the tenant's short name")
    parser.add_argument(
        "--withdraw", type=int, metavar="N", help="take version N back, which `tenant add` proposed"
    )
    add_data(parser)
    add_language(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """List; 0 done, 1 the version is settled or another's, 3 nothing runs or it has no such tenant."""
    running = read_running(arguments.data)
    try:
        found = asyncio.run(_list(running, arguments))
    except UserError as refused:
        said = refused.text(arguments.language)
        print(json.dumps({"error": said}, ensure_ascii=False) if arguments.json else said)
        return 1
    if arguments.json:
        print(json.dumps([version_as_data(one) for one in found], ensure_ascii=False))
    else:
        for one in found:
            print(version_in_words(one))
    return 0


async def _list(running: dict[str, Any], arguments: argparse.Namespace) -> list[Version]:
    (tenant,) = tenants_of(running, arguments.tenant).values()
    async with (
        as_worker(running, arguments.data) as db,
        db.write(SystemIdentity(tenant), "tenant.versions") as tx,
    ):
        if arguments.withdraw is not None:
            await versions.withdraw_number(tx, arguments.withdraw)
        return await versions.versions(tx)
