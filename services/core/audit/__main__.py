"""`python -m services.core.audit verify | record-restore`.

Exit 0 in order, 1 something was found, 2 usage, 3 environment, 130 stopped by whoever called it.
"""

import argparse
import asyncio
import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

import asyncpg

from services.core.audit.service import ChainRefusedError, record_restore
from services.core.audit.verification import verify
from services.core.db.database import Database
from services.core.identity import TenantId
from services.core.settings import Settings, SettingsError


def main() -> int:
    """Run one command with the worker's settings."""
    parser = argparse.ArgumentParser(prog="python -m services.core.audit")
    parser.add_argument("command", choices=("verify", "record-restore"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--whole", action="store_true", help="begin anew where one was stopped")
    asked = parser.parse_args()
    try:
        settings = Settings.from_env(needs=("database_url", "keys_url", "key_dir", "anchor_dir"))
        return asyncio.run(_run(settings, settings.anchor_dir or Path(), asked))
    except (OSError, SettingsError, asyncpg.PostgresError) as problem:
        print(problem, file=sys.stderr)
        return 3
    except (KeyboardInterrupt, asyncio.CancelledError):
        print(
            "Stopped. Verifying changes nothing; a call within a day goes on from here, or with --whole begins anew.",
            file=sys.stderr,
        )
        return 130


async def _run(settings: Settings, anchors: Path, asked: argparse.Namespace) -> int:
    if (here := asyncio.current_task()) is not None:
        # A container is asked to stop so; its first process hears nothing that it has no handler for.
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, here.cancel)
    db = await Database.open(settings, {}, size=2)
    try:
        if asked.command == "record-restore":
            return await _record_restores(db, anchors)
        report = await verify(db, anchors, _tell, whole=asked.whole)
    finally:
        await db.close()
    if asked.json:
        print(json.dumps({**asdict(report), "ok": report.ok}, default=str))
    else:
        for line in (*report.findings, *report.notes):
            print(line)
        print(f"{report.sealed} links, {report.waiting} events waiting, {len(report.findings)} findings")
    return 0 if report.ok else 1


def _tell(tenant: TenantId, links: int) -> None:
    print(f"{tenant}: {links} links", file=sys.stderr, flush=True)


async def _record_restores(db: Database, anchors: Path) -> int:
    for tenant in await db.tenants():
        try:
            print(f"{tenant}: {await record_restore(db, tenant, anchors)} links lost")
        except ChainRefusedError as reason:
            print(f"{tenant}: {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
