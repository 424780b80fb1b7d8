"""What lives in a local system: its tenants, from their TOML, and the synthetic people and cases of the seed."""

import asyncio
import importlib
import importlib.util
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from services.core.calendar import COPENHAGEN
from services.core.db.database import Database, Reactions
from services.core.reactions import REACTIONS
from services.core.settings import Settings
from services.core.tenancy.approval import VersionState
from services.core.tenancy.check import sound_model
from services.core.tenancy.findings import ModelError
from services.core.tenancy.model import Model
from services.core.tenancy.service import Added, add_model, tenant_id
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

    def founding(self, worker: Database, slug: str, today: date) -> Database:
        """Give the databases as on the day on which a new tenant is to be added, so that it can have a past."""

    async def seed(
        self,
        worker: Database,
        api: Database,
        tenant: Added,
        *,
        empty: bool = False,
        post: Database | None = None,
    ) -> int:
        """Fill one tenant with people, units and cases; a second call changes nothing.

        `empty`: only those who must be there for anyone to log in. `post`: the databases as the notifier, for what was
        told in the past.
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
    async with AsyncExitStack() as stack:
        worker, api, post = [
            await _opened(stack, home, at, role, reactions)
            for role, reactions in (
                ("rundbord_worker", {}),
                ("rundbord_api", REACTIONS),
                ("rundbord_notifier", {}),
            )
        ]
        known, today = await worker.tenants(), datetime.now(COPENHAGEN).date()
        tenants, all_added = [], []
        for directory in directories:
            model = _sound(directory)
            begins = seeding is not None and not empty and tenant_id(model.tenant.id) not in known
            adding = seeding.founding(worker, model.tenant.id, today) if seeding and begins else worker
            added = await add_model(at.main.dsn("rundbord_owner"), adding, model, host_base)
            if added.state is not VersionState.IN_FORCE:
                say(added_in_words(added, "da"))
            all_added.append(added)
            tenants.append(municipality(at.public_url, model, added))
        if seeding is None:
            return Filled(tenants, [])

        async def seeded(added: Added) -> Sequence[TestPerson]:
            # Once filled it is never empty again; what is there stays.
            full, bare = (home.path / f"seeded-{added.slug}{kind}.stamp" for kind in ("", "-empty"))
            stamp = bare if empty else full
            if not stamp.exists() and not full.exists():
                say(f"filling {added.name} with {'staff alone' if empty else 'synthetic cases'}")
                await seeding.seed(worker, api, added, empty=empty, post=post)
                stamp.touch()
            return seeding.people(added.slug, empty=not full.exists())

        # Side by side: towns have nothing in common, and the databases have cores of their own.
        found = await asyncio.gather(*(seeded(added) for added in all_added))
        return Filled(tenants, [person for people in found for person in people])


async def _opened(
    stack: AsyncExitStack, home: Home, at: Addresses, role: str, reactions: Reactions
) -> Database:
    database = await Database.open(settings(home, at, role), reactions, size=4)
    stack.push_async_callback(database.close)
    return database


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


def _sound(directory: Path) -> Model:
    try:
        return sound_model(directory)
    except ModelError as problem:
        raise EnvironmentProblem(f"The model in {directory} has mistakes:\n{problem}") from problem


def municipality(public_url: str, model: Model, added: Added) -> Municipality:
    """Give a tenant as its identity providers must know it; ``public_url`` holds ``{host}``."""
    roles = {mapping.claim: mapping.capacity for mapping in model.role_mappings}
    return Municipality(
        slug=added.slug,
        name=added.name,
        cvr=added.cvr,
        host=added.host,
        url=public_url.replace("{host}", added.host),
        roles=roles,
    )
