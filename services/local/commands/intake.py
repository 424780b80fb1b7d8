"""`intake FILE --tenant T --source S --kind K`: bring a file from another system, as an administrator does.

It acts as an administrator of the running system, behind the same walls as the page; the worker carries it out.
"""

import argparse
import asyncio
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from services.api.auth.credentials import new_token
from services.core.db.database import Database
from services.core.db.tx import new_id
from services.core.errors import UserError, say
from services.core.identity import Credential, RequestIdentity, SystemIdentity
from services.core.intake import service, store
from services.core.intake.columns import heading_of
from services.core.intake.csv_source import CsvSource
from services.core.intake.records import Kind
from services.core.intake.store import ChangeRow, CountRow, ErrorRow, RunRow
from services.core.reactions import REACTIONS
from services.local import store as sessions
from services.local.acting import as_worker, tenants_of
from services.local.errors import EnvironmentProblem
from services.local.home import read_running
from services.local.joining import as_api
from services.local.options import add_data, add_json, add_language
from services.local.progress import Progress

_SECONDS: Final = 60 * 60
_POLL_SECONDS: Final = 0.3
_SHOWN: Final = 20
STOPPED: Final = (
    "Stopped waiting. The import goes on by itself; its page shows how far it is, and can stop it."
)
_MOVING: Final = frozenset({"checking", "applying"})


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a CSV file in UTF-8, with headings")
    parser.add_argument("--tenant", required=True, metavar="T", help="the tenant's short name")
    parser.add_argument(
        "--source", required=True, metavar="S", help="the system it comes from: a-z, 0-9 and -"
    )
    parser.add_argument(
        "--kind", required=True, choices=[one.value for one in Kind], help="what its rows are about"
    )
    parser.add_argument("--dry-run", action="store_true", help="make the plan, show it, and change nothing")
    parser.add_argument(
        "--snapshot", action="store_true", help="the file is all that the source has: what is missing ends"
    )
    parser.add_argument(
        "--accept", type=int, default=0, metavar="N", help="so many may end, where it is more than a few"
    )
    parser.add_argument("--as", dest="person", metavar="PERSON", help="login hint of the administrator")
    add_language(parser)
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Bring it and wait; 0 done, 1 when a row or the file was wrong or too much would end, 3 when nothing runs."""
    running = read_running(arguments.data)
    person = _administrator(running, arguments)
    try:
        content = arguments.file.read_bytes()
    except FileNotFoundError:
        raise EnvironmentProblem(f"There is no file {arguments.file}.") from None
    try:
        return asyncio.run(_bring(running, arguments, person, content))
    except UserError as refused:
        print(f"rundbord: {refused.text(arguments.language)}", file=sys.stderr)
        return 1


def _administrator(running: Mapping[str, Any], arguments: argparse.Namespace) -> UUID:
    own = [one for one in running["persons"] if one["tenant"] == arguments.tenant]
    for one in own:
        if one["capacity"] == "administrator" and arguments.person in (None, one["login_hint"], one["id"]):
            return UUID(one["id"])
    raise EnvironmentProblem(f"{arguments.tenant} has no such administrator to act as.")


async def _bring(
    running: Mapping[str, Any], arguments: argparse.Namespace, person: UUID, content: bytes
) -> int:
    who = await _log_in(running, arguments, person)
    api = await Database.open(as_api(running, arguments.data), REACTIONS, size=2)
    try:
        row, progress = await _start(api, who, arguments, content), Progress()
        while row.state in _MOVING:
            await asyncio.sleep(_POLL_SECONDS)
            async with api.read(who, "intake.look") as tx:
                row = await store.run(tx, row.id)
            progress.show(f"{row.state}: {row.row_done} of {row.row_count} rows")
        progress.end()
        return await _tell(api, who, arguments, row)
    finally:
        await api.close()


async def _log_in(running: Mapping[str, Any], arguments: argparse.Namespace, person: UUID) -> RequestIdentity:
    _, digest = new_token()  # the token itself is shown to nobody: its hash is what the database asks for
    host = next(one["host"] for one in running["tenants"] if one["id"] == arguments.tenant)
    (tenant,) = tenants_of(running, arguments.tenant).values()
    async with (
        as_worker(running, arguments.data) as db,
        db.write(SystemIdentity(tenant), "session.open") as tx,
    ):
        await tx.run(
            sessions.OPEN_TOKEN,
            id=new_id(),
            hash=digest,
            person=person,
            capacity="administrator",
            subject=hashlib.sha256(f"local:{person}".encode()).digest(),
            seconds=_SECONDS,
        )
    return RequestIdentity(host, Credential("bearer", digest))


async def _start(
    api: Database, who: RequestIdentity, arguments: argparse.Namespace, content: bytes
) -> RunRow:
    kind = Kind(arguments.kind)
    async with api.write(who, "intake.bring") as tx:
        if arguments.dry_run:
            return await service.receive_file(
                tx, arguments.source, kind, content, snapshot=arguments.snapshot
            )
        begun = await service.begin(tx, arguments.source, [kind], snapshot=arguments.snapshot)
        told = await service.receive(tx, begun, CsvSource(kind, content))
        return await service.have_applied(tx, told.id, told.version, arguments.accept)


async def _tell(api: Database, who: RequestIdentity, arguments: argparse.Namespace, row: RunRow) -> int:
    phase = "check" if row.state in ("checked", "held") else "apply"
    async with api.read(who, "intake.look") as tx:
        counts = [one for one in await store.counts(tx, row.id) if one.phase == phase]
        errors = await store.errors(tx, row.id, ("read", phase), service.ERRORS_KEPT, None)
        changes = await store.changes(tx, row.id, phase, _SHOWN, None)
    if arguments.dry_run and row.state == "checked":
        async with api.write(who, "intake.cancel") as tx:
            await service.cancel(tx, row.id)
    if arguments.json:
        print(json.dumps(_as_json(row, counts, errors, arguments.language)))
    else:
        _print(row, counts, errors, changes, arguments.language)
    return 0 if row.state in ("done", "checked") and not errors else 1


def _as_json(row: RunRow, counts: list[CountRow], errors: list[ErrorRow], language: str) -> dict[str, Any]:
    return {
        "run": str(row.id),
        "state": row.state,
        "rows": row.row_count,
        "missing": row.missing,
        "counts": {f"{one.kind}.{one.action}": one.number for one in counts},
        "errors": [
            {
                "row": one.place,
                "column": one.field,
                "code": one.code,
                "message": say(f"intake.{one.code}", language, {"allowed": one.allowed}),
            }
            for one in errors
        ],
    }


def _print(
    row: RunRow, counts: list[CountRow], errors: list[ErrorRow], changes: list[ChangeRow], language: str
) -> None:
    print(f"{row.state}: {row.row_count} rows")
    for count in counts:
        print(f"  {count.kind:12}{count.action:10}{count.number}")
    for change in changes:
        said = "; ".join(
            f"{heading_of(Kind(change.kind), name, language)}: {before or '-'} -> {after or '-'}"
            for name, before, after in zip(change.fields, change.before, change.after, strict=True)
        )
        print(f"  row {change.place or '-':<6}{change.action:10}{said}")
    for error in errors[:_SHOWN]:
        where = heading_of(Kind(error.kind), error.field, language) if error.field else "-"
        words = say(f"intake.{error.code}", language, {"allowed": error.allowed})
        print(f"  row {error.place:<6}{where}: {words}")
    if len(errors) > _SHOWN:
        print(f"  and {len(errors) - _SHOWN} errors more (--json names all)")
    if row.state == "held":
        print(f"  {row.missing} are not told any more: say --accept {row.missing} if that is right")
