"""`erase --dry-run`: what an erasure of today would take, by which rule, and what stops it."""

import argparse
import asyncio
import json
from typing import Any

from services.core.identity import SystemIdentity
from services.core.retention.service import would_erase
from services.local.acting import as_worker, tenants_of
from services.local.home import read_running
from services.local.options import add_data, add_json
from services.local.progress import Progress

STOPPED = "Stopped. Nothing was erased; this command only looks."


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments. Erasing itself is the worker's work alone; this only looks."""
    parser.add_argument("--dry-run", action="store_true", required=True, help="look only (the sweep erases)")
    parser.add_argument("--tenant", metavar="T", help="one tenant (default: all)")
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """List; 0 nothing would go, 1 something would, 3 nothing runs."""
    running = read_running(arguments.data)
    rows = asyncio.run(_list(running, arguments))
    if arguments.json:
        print(json.dumps(rows))
    else:
        for row in rows:
            stop = "on hold" if row["held"] else "to the archive first" if row["export_before"] else ""
            print(
                f"{row['tenant']:12}{row['dossier']}  {row['record']:18}{row['due_on']}  {row['rule']}  {stop}"
            )
        print(f"{sum(row['goes'] for row in rows)} would be erased, {len(rows)} are due")
    return 1 if any(row["goes"] for row in rows) else 0


async def _list(running: dict[str, Any], arguments: argparse.Namespace) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    progress, tenants = Progress(), tenants_of(running, arguments.tenant)
    async with as_worker(running, arguments.data) as db:
        for number, (slug, tenant) in enumerate(tenants.items()):
            progress.show(f"{slug}: {number} of {len(tenants)} looked at, {len(rows)} due so far")
            async with db.read(SystemIdentity(tenant), "retention.due") as tx:
                found = await would_erase(tx)
            rows += [
                {
                    "tenant": slug,
                    "dossier": str(row.dossier_id),
                    "record": row.record,
                    "rule": row.rule,
                    "counted_from": row.counted_from.isoformat(),
                    "due_on": row.due_on.isoformat(),
                    "export_before": row.export_before,
                    "held": row.held,
                    "goes": not (row.held or row.export_before),
                }
                for row in found
            ]
    progress.end()
    return rows
