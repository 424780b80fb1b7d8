"""What the last start found out about tenants and people, so that the next one need not read it all again.

It holds while no file it was made from has changed: the tenants' directories, the code that reads them, and the
seed. Someone else's database may have changed on its own: then nothing is remembered.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

import asyncpg

from services.local.home import Home, write_private
from services.local.options import Options
from services.local.people import TestPerson
from services.local.processes import Addresses
from services.local.providers import Municipality

_FILE = "content.json"
_CODE = (Path(__file__).parent / "seed", Path(__file__).parent.parent / "core" / "tenancy")


@dataclass(frozen=True)
class Filled:
    """The tenants and the people who can log in."""

    tenants: Sequence[Municipality]
    people: Sequence[TestPerson]


async def recall(home: Home, at: Addresses, options: Options) -> Filled | None:
    """Give what the last start found, if that is still so and the database has these tenants."""
    found = kept(home)
    if found is None or options.database_url or options.keys_url or _mark(home) != _made_of(at, options):
        return None
    return found if await _slugs(at) >= {tenant.slug for tenant in found.tenants} else None


def remember(home: Home, at: Addresses, options: Options, filled: Filled) -> None:
    """Keep what this start found."""
    _keep(home, _made_of(at, options), filled)


def kept(home: Home) -> Filled | None:
    """What the last start found and a later command added, whether or not it is still so."""
    try:
        told = json.loads((home.run / _FILE).read_text())
    except OSError:
        return None
    return Filled(
        [Municipality(**item) for item in told["tenants"]],
        [
            TestPerson(**{**item, "id": UUID(item["id"]), "token_roles": tuple(item["token_roles"])})
            for item in told["people"]
        ],
    )


def replace_kept(home: Home, filled: Filled) -> None:
    """Keep something else as what the running system's start found: a tenant has joined it."""
    _keep(home, _mark(home), filled)


def _mark(home: Home) -> str:
    mark: str = json.loads((home.run / _FILE).read_text())["made_of"]
    return mark


def _keep(home: Home, made_of: str, filled: Filled) -> None:
    told = {
        "made_of": made_of,
        "tenants": [asdict(tenant) for tenant in filled.tenants],
        "people": [{**asdict(person), "id": str(person.id)} for person in filled.people],
    }
    write_private(home.run / _FILE, json.dumps(told, ensure_ascii=False))


def _made_of(at: Addresses, options: Options) -> str:
    digest = hashlib.sha256(f"{at.public_url} {options.empty}".encode())
    for place in (at.tenants, *_CODE):
        for file in sorted(place.rglob("*")):
            if file.suffix in {".toml", ".md", ".py"}:
                facts = file.stat()
                digest.update(f"{file} {facts.st_mtime_ns} {facts.st_size}\n".encode())
    return digest.hexdigest()


async def _slugs(at: Addresses) -> set[str]:
    connection = await asyncpg.connect(at.main.dsn("rundbord_worker"), timeout=10)
    try:
        return {row["slug"] for row in await connection.fetch("select slug from rundbord.tenants()")}
    finally:
        await connection.close()
