"""What lives in a local system: its tenants, from their TOML, and the synthetic people and cases of the seed."""

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from services.core.db.database import Database
from services.core.reactions import REACTIONS
from services.core.settings import Settings
from services.core.tenancy.approval import VersionState
from services.core.tenancy.findings import ModelError
from services.core.tenancy.loader import load_model
from services.core.tenancy.service import Added, add_tenant
from services.core.tenancy.telling import added_in_words
from services.local.errors import EnvironmentProblem
from services.local.home import Home
from services.local.people import TestPerson
from services.local.processes import Addresses
from services.local.providers import Municipality
from services.local.remembered import Filled


class Seed(Protocol):
    """What `services.local.seed` offers."""

    def people(self, tenant: str, *, empty: bool = False) -> Sequence[TestPerson]:
        """Name the test persons of a tenant (its slug); the same ones at every call. `empty`: no families."""

    async def seed(self, worker: Database, api: Database, tenant: Added, *, empty: bool = False) -> int:
        """Fill one tenant with people, units and cases; a second call changes nothing.

        `empty`: only those who must be there for anyone to log in.
        """


async def fill(
    home: Home, at: Addresses, host_base: str, *, empty: bool, say: Callable[[str], None]
) -> Filled:
    """Add the tenants or follow their changes and, unless it shall stay empty, seed each new one.

    Raises EnvironmentProblem when there is no tenant, or one whose model has mistakes.
    """
    directories = sorted(path.parent for path in at.tenants.glob("*/tenant.toml"))
    if not directories:
        raise EnvironmentProblem(f"{at.tenants} holds no tenant: no directory in it has a tenant.toml.")
    seeding = seed_of_this_system()
    tenants: list[Municipality] = []
    people: list[TestPerson] = []
    worker = await Database.open(settings(home, at), {}, size=2)
    api = await Database.open(settings(home, at, "rundbord_api"), REACTIONS, size=2)
    try:
        for directory in directories:
            added = await _add(at, worker, directory, host_base)
            if added.state is not VersionState.IN_FORCE:
                say(added_in_words(added, "da"))
            tenants.append(municipality(at.public_url, directory, added))
            # Once filled it is never empty again; what is there stays.
            full, bare = (home.path / f"seeded-{added.slug}{kind}.stamp" for kind in ("", "-empty"))
            stamp = bare if empty else full
            if seeding and not stamp.exists() and not full.exists():
                say(f"filling {added.name} with {'staff alone' if empty else 'synthetic cases'}")
                await seeding.seed(worker, api, added, empty=empty)
                stamp.touch()
            if seeding:
                people += seeding.people(added.slug, empty=not full.exists())
    finally:
        await worker.close()
        await api.close()
    return Filled(tenants, people)


def settings(home: Home, at: Addresses, role: str = "rundbord_worker") -> Settings:
    """Give the settings by which this process acts as the worker, or as another service."""
    return Settings(
        database_url=at.main.dsn(role),
        keys_url=at.keys.dsn(role),
        key_dir=home.keyring,
        anchor_dir=home.anchors,
        redis_url=at.redis_url,
        public_url=at.public_url,
    )


def seed_of_this_system() -> Seed | None:
    """Find the seed."""
    if importlib.util.find_spec("services.local.seed") is None:
        return None
    found: Seed = importlib.import_module("services.local.seed")
    return found


async def _add(at: Addresses, db: Database, directory: Path, host_base: str) -> Added:
    try:
        return await add_tenant(at.main.dsn("rundbord_owner"), db, directory, host_base)
    except ModelError as problem:
        raise EnvironmentProblem(f"The model in {directory} has mistakes:\n{problem}") from problem


def municipality(public_url: str, directory: Path, added: Added) -> Municipality:
    """Give a tenant as its identity providers must know it; ``public_url`` holds ``{host}``."""
    roles = {mapping.claim: mapping.capacity for mapping in load_model(directory).role_mappings}
    return Municipality(
        slug=added.slug,
        name=added.name,
        cvr=added.cvr,
        host=added.host,
        url=public_url.replace("{host}", added.host),
        roles=roles,
    )
