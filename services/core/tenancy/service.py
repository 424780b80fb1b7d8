"""Adding a municipality, and reading the model that applies.

A version is immutable, so its decoded model may stay in the process; which version applies is asked in every
transaction. The cache is keyed by tenant and version: an id alone never leads to another tenant's model.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

import asyncpg

from services.core.calendar import local_day
from services.core.db.database import Database
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import ErrorCode, UserError
from services.core.identity import SystemIdentity, TenantId
from services.core.tenancy import store
from services.core.tenancy.loader import load_model
from services.core.tenancy.model import Model, decode_model, encode_model

_KEPT = 64


@dataclass(frozen=True, slots=True)
class InForce:
    """A version of a tenant's model, decoded. ``applies_from`` is a Copenhagen day."""

    id: UUID
    number: int
    model: Model
    applies_from: date


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a tenant did; ``changed`` when a new model version was stored."""

    tenant: TenantId
    slug: str
    name: str
    cvr: str
    host: str
    version_id: UUID
    changed: bool


def tenant_id(slug: str) -> TenantId:
    """The id of a tenant: computed from its slug, so that two installations of one tenant agree."""
    return TenantId(uuid5(NAMESPACE_URL, f"rundbord:tenant:{slug}"))


async def add_tenant(
    owner_dsn: str, db: Database, directory: Path, base_domain: str, *, applies_from: date | None = None
) -> Added:
    """Add a municipality from its directory, or follow a change of it. Repeatable.

    ``owner_dsn`` is the main database as its owner, ``db`` both databases as the worker. The host is the tenant's
    own label below ``base_domain``. A changed model becomes a new version that applies from ``applies_from``
    (default: today). Raises ``ModelError`` with every finding, before anything is written.
    """
    return await add_model(owner_dsn, db, load_model(directory), base_domain, applies_from=applies_from)


async def add_model(
    owner_dsn: str, db: Database, model: Model, base_domain: str, *, applies_from: date | None = None
) -> Added:
    """The same for a model that is loaded already."""
    host = f"{model.tenant.host}.{base_domain}"
    tenant = await _insert_tenant(owner_dsn, model, host)
    await db.keyring.ensure_epoch()
    async with db.write(SystemIdentity(tenant), "tenant.add") as tx:
        version, changed = await _store_version(tx, model, applies_from)
    told = model.tenant
    return Added(tenant, told.id, told.name, told.cvr, host, version, changed)


async def current_model(tx: ReadTx) -> InForce:
    """The model that applies on the transaction's day; UNAVAILABLE while the tenant has none."""
    row = await tx.one(store.IN_FORCE, day=local_day(tx.now))
    if row is None:
        raise UserError(ErrorCode.UNAVAILABLE)
    return await model_version(tx, row.id)


async def model_version(tx: ReadTx, version_id: UUID) -> InForce:
    """One version of the tenant's model, as a case pinned it. Raises ``LookupError`` for an unknown id."""
    key = (tx.tenant, version_id)
    if key not in _decoded:
        row = await tx.one(store.CONTENT, id=version_id)
        if row is None:
            raise LookupError(f"no model version {version_id}")
        while len(_decoded) >= _KEPT:
            del _decoded[next(iter(_decoded))]
        _decoded[key] = InForce(row.id, row.number, decode_model(row.content), row.applies_from)
    return _decoded[key]


_decoded: dict[tuple[TenantId, UUID], InForce] = {}


async def _insert_tenant(owner_dsn: str, model: Model, host: str) -> TenantId:
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
        return TenantId(await connection.fetchval(query.sql, *arguments))
    finally:
        await connection.close()


async def _store_version(tx: WriteTx, model: Model, applies_from: date | None) -> tuple[UUID, bool]:
    content = encode_model(model)
    digest = hashlib.sha256(content).digest()
    newest = await tx.one(store.NEWEST)
    if newest is not None and newest.digest == digest:
        return newest.id, False
    version = new_id()
    await tx.run(
        store.INSERT_VERSION,
        id=version,
        number=1 if newest is None else newest.number + 1,
        language=model.language,
        digest=digest,
        content=content.decode(),
        applies_from=applies_from or local_day(tx.now),
    )
    return version, True
