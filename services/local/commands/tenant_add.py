"""`tenant add DIR`: a new tenant into the running system, at once; or the change of one that is there, as a proposal."""

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any

from services.core.tenancy.findings import ModelError
from services.core.tenancy.service import Added, add_tenant
from services.core.tenancy.telling import added_as_data, added_in_words
from services.local.acting import as_worker
from services.local.home import read_running
from services.local.joining import join
from services.local.options import add_data, add_json, add_language
from services.local.system import HOST_BASE


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("directory", type=Path, metavar="DIR", help="the tenant's directory")
    add_data(parser)
    add_language(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Add or propose; 0 done, 1 the model has mistakes, 3 nothing runs."""
    running = read_running(arguments.data)
    try:
        added = asyncio.run(_add(running, arguments))
    except ModelError as problem:
        told = {"error": "model", "findings": [one.told(arguments.language) for one in problem.findings]}
        print(json.dumps(told, ensure_ascii=False) if arguments.json else problem.told(arguments.language))
        return 1
    if arguments.json:
        print(json.dumps(added_as_data(added)))
    else:
        print(added_in_words(added, arguments.language))
        print(f"{added.name}  {added.host}")
    return 0


async def _add(running: dict[str, Any], arguments: argparse.Namespace) -> Added:
    async with as_worker(running, arguments.data) as db:
        added = await add_tenant(
            running["databases"]["main"]["rundbord_owner"], db, arguments.directory, HOST_BASE
        )
    await join(running, arguments.data.expanduser().absolute(), added, arguments.directory)
    return added
