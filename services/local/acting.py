"""Acts on the running system as its worker does: one transaction, one tenant, under the same walls.

Commands use this rather than a superuser's connection, so that no command sees more than a service does.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg

from services.core.db.database import Database
from services.core.identity import TenantId
from services.core.settings import Settings
from services.core.tenancy.service import tenant_id
from services.local.errors import EnvironmentProblem


def worker_settings(running: Mapping[str, Any], data: Path) -> Settings:
    """Give the settings of a worker of the running system."""
    databases = running["databases"]
    return Settings(
        database_url=databases["main"]["rundbord_worker"],
        keys_url=databases["keys"]["rundbord_worker"],
        redis_url=running["valkey"],
        key_dir=data.expanduser().absolute() / "keyring",
        anchor_dir=Path(running["anchor_dir"]),
        public_url=f"http://{{host}}:{running['connect'].rpartition(':')[2]}",
    )


@asynccontextmanager
async def as_worker(running: Mapping[str, Any], data: Path) -> AsyncIterator[Database]:
    """Open both databases as the worker; raises EnvironmentProblem when they do not answer."""
    try:
        db = await Database.open(worker_settings(running, data), {}, size=2)
    except (OSError, TimeoutError, asyncpg.PostgresError) as problem:
        raise EnvironmentProblem(f"The databases do not answer ({type(problem).__name__}).") from problem
    try:
        yield db
    finally:
        await db.close()


def tenants_of(running: Mapping[str, Any], wanted: str | None) -> dict[str, TenantId]:
    """Give slug and id of one tenant of the running system, or of all of them.

    Raises EnvironmentProblem when it has no such tenant.
    """
    known = {tenant["id"]: tenant_id(tenant["id"]) for tenant in running["tenants"]}
    if wanted is None:
        return known
    if wanted not in known:
        raise EnvironmentProblem(f"The running system has no tenant {wanted!r}; it has {', '.join(known)}.")
    return {wanted: known[wanted]}
