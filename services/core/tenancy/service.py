"""Adding a municipality, or following a change of its directory; and the model that applies."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import asyncpg

from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.tenancy import store
from services.core.tenancy.approval import VersionState
from services.core.tenancy.check import sound_model
from services.core.tenancy.in_force import InForce, current_model, model_version
from services.core.tenancy.model import Model
from services.core.tenancy.versions import propose

__all__ = ["Added", "InForce", "add_model", "add_tenant", "current_model", "model_version", "tenant_id"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a tenant did; ``changed`` when a new model version was stored.

    ``state`` says whether that version applies; ``missing`` how many must still approve it.
    """

    tenant: TenantId
    slug: str
    name: str
    cvr: str
    host: str
    version_id: UUID
    changed: bool
    number: int = 1
    state: VersionState = VersionState.IN_FORCE
    missing: int = 0


def tenant_id(slug: str) -> TenantId:
    """The id of a tenant: computed from its slug, so that two installations of one tenant agree."""
    return TenantId(uuid5(NAMESPACE_URL, f"rundbord:tenant:{slug}"))


async def add_tenant(
    owner_dsn: str, db: Database, directory: Path, base_domain: str, *, applies_from: date | None = None
) -> Added:
    """Add a municipality from its directory, or follow a change of it. Repeatable.

    ``owner_dsn`` is the main database as its owner, ``db`` both databases as the worker. The host is the tenant's
    own label below ``base_domain``. A new tenant's model applies at once. A changed model becomes a new version: where
    the version in force demands approval it is proposed and nothing else changes before it is approved; else it
    applies from ``applies_from`` (default, and at the earliest: today). Raises ``ModelError`` with every finding,
    before anything is written.
    """
    return await add_model(owner_dsn, db, sound_model(directory), base_domain, applies_from=applies_from)


async def add_model(
    owner_dsn: str, db: Database, model: Model, base_domain: str, *, applies_from: date | None = None
) -> Added:
    """The same for a model that is loaded already."""
    host = f"{model.tenant.host}.{base_domain}"
    tenant = tenant_id(model.tenant.id)
    is_new = tenant not in await db.tenants()
    if is_new:
        await _put_tenant(owner_dsn, model, host)
    await db.keyring.ensure_epoch()
    async with db.write(SystemIdentity(tenant), "tenant.add") as tx:
        proposed = await propose(tx, model, wanted_from=applies_from)
    if not is_new and proposed.state is VersionState.IN_FORCE:
        # Name, CVR number and host are the model's too: they change with the version, not with its proposal.
        await _put_tenant(owner_dsn, model, host)
    told = model.tenant
    return Added(
        tenant=tenant,
        slug=told.id,
        name=told.name,
        cvr=told.cvr,
        host=host,
        version_id=proposed.id,
        changed=proposed.is_new,
        number=proposed.number,
        state=proposed.state,
        missing=proposed.missing,
    )


async def _put_tenant(owner_dsn: str, model: Model, host: str) -> None:
    query, told = store.INSERT_TENANT, model.tenant
    arguments = query.arguments(
        {
            "id": tenant_id(told.id),
            "slug": told.id,
            "host": host.lower(),
            "name": told.name,
            "cvr": told.cvr,
        }
    )
    connection = await asyncpg.connect(owner_dsn, timeout=10, server_settings={"search_path": "rundbord"})
    try:
        await connection.execute(query.sql, *arguments)
    finally:
        await connection.close()
