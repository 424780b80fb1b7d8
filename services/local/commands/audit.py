"""`audit verify`: recompute the chain of access events; `audit record-restore`: say that a backup was restored."""

import argparse
import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from services.core.audit.service import ChainRefusedError, record_restore
from services.core.audit.verification import Report, verify
from services.core.identity import TenantId
from services.local.acting import as_worker, tenants_of
from services.local.home import read_running
from services.local.options import add_data, add_json
from services.local.progress import Progress

STOPPED = (
    "Stopped. Verifying changes nothing; a call within a day goes on from here, or with --whole begins anew."
)


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("what", choices=("verify", "record-restore"))
    parser.add_argument("--whole", action="store_true", help="begin anew where one was stopped")
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Verify, or record a restore; 0 in order, 1 something was found, 3 nothing runs."""
    running = read_running(arguments.data)
    if arguments.what == "record-restore":
        return _tell_lost(asyncio.run(_record(running, arguments.data)), as_json=arguments.json)
    report = asyncio.run(_verify(running, arguments.data, whole=arguments.whole))
    if arguments.json:
        print(json.dumps({"ok": report.ok, **asdict(report)}, default=str))
    else:
        for line in (*report.findings, *report.notes):
            print(line)
        print(f"{report.sealed} links, {report.waiting} events waiting, {len(report.findings)} findings")
    return 0 if report.ok else 1


async def _verify(running: dict[str, Any], data: Path, *, whole: bool) -> Report:
    progress = Progress()
    slugs = {tenant: slug for slug, tenant in tenants_of(running, None).items()}

    def tell(tenant: TenantId, links: int) -> None:
        progress.show(f"{slugs.get(tenant, tenant)}: {links} links")

    async with as_worker(running, data) as db:
        try:
            return await verify(db, Path(running["anchor_dir"]), tell, whole=whole)
        finally:
            progress.end()


async def _record(running: dict[str, Any], data: Path) -> dict[str, int | None]:
    lost: dict[str, int | None] = {}
    async with as_worker(running, data) as db:
        for slug, tenant in tenants_of(running, None).items():
            try:
                lost[slug] = await record_restore(db, tenant, Path(running["anchor_dir"]))
            except ChainRefusedError:
                lost[slug] = None
    return lost


def _tell_lost(lost: dict[str, int | None], *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"lost": lost}))
        return 0
    for slug, links in lost.items():
        print(f"{slug}: {'nothing to record' if links is None else f'{links} links lost'}")
    return 0
