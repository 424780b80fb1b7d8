"""`python -m services.core.audit verify | record-restore`.

Exit 0 in order, 1 something was found, 2 usage, 3 environment, 130 stopped by whoever called it.
"""

import argparse
import asyncio
import json
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
    asked = parser.parse_args()
    try:
        settings = Settings.from_env(needs=("database_url", "keys_url", "key_dir", "anchor_dir"))
        return asyncio.run(_run(settings, settings.anchor_dir or Path(), asked.command, as_json=asked.json))
    except (OSError, SettingsError, asyncpg.PostgresError) as problem:
        print(problem, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("Stopped. Verifying changes nothing; a later call begins anew.", file=sys.stderr)
        return 130


async def _run(settings: Settings, anchors: Path, command: str, *, as_json: bool) -> int:
    db = await Database.open(settings, {}, size=2)
    try:
        if command == "record-restore":
            return await _record_restores(db, anchors)
        report = await verify(db, anchors, _tell)
    finally:
        await db.close()
    if as_json:
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
