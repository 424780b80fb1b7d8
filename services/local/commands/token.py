"""`token --tenant T --as PERSON`: a bearer token for a test person, good for 12 hours of machine time."""

import argparse
import asyncio
import hashlib
import json
from typing import Any
from uuid import UUID

from services.api.auth.credentials import new_token
from services.core.db.tx import new_id
from services.core.identity import SystemIdentity
from services.local import store
from services.local.acting import as_worker, tenants_of
from services.local.errors import EnvironmentProblem
from services.local.home import read_running
from services.local.options import add_data, add_json

_SECONDS = 12 * 60 * 60


def add(parser: argparse.ArgumentParser) -> None:
    """Say the arguments."""
    parser.add_argument("--tenant", required=True, metavar="T", help="the tenant's short name")
    parser.add_argument(
        "--as", dest="person", required=True, metavar="PERSON", help="login hint or id of a test person"
    )
    add_data(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open a session and print its token; 0 done, 3 when there is no such tenant, person or system."""
    running = read_running(arguments.data)
    person = _person(running, arguments.tenant, arguments.person)
    token = asyncio.run(_open(running, arguments, person))
    answer = {"token": token, "person": person["id"], "tenant": arguments.tenant, "expires_in": _SECONDS}
    print(json.dumps(answer) if arguments.json else token)
    return 0


def _person(running: dict[str, Any], tenant: str, wanted: str) -> dict[str, Any]:
    own = [person for person in running["persons"] if person["tenant"] == tenant]
    for person in own:
        if wanted in {person["id"], person["login_hint"]}:
            found: dict[str, Any] = person
            return found
    known = ", ".join(person["login_hint"] for person in own) or "none"
    raise EnvironmentProblem(f"{tenant} has no test person {wanted!r}; it has {known}.")


async def _open(running: dict[str, Any], arguments: argparse.Namespace, person: dict[str, Any]) -> str:
    written, digest = new_token()
    (tenant,) = tenants_of(running, arguments.tenant).values()
    async with (
        as_worker(running, arguments.data) as db,
        db.write(SystemIdentity(tenant), "session.open") as tx,
    ):
        await tx.run(
            store.OPEN_TOKEN,
            id=new_id(),
            hash=digest,
            person=UUID(person["id"]),
            capacity=person["capacity"],
            subject=hashlib.sha256(f"local:{person['id']}".encode()).digest(),
            seconds=_SECONDS,
        )
    return written
