"""The model that applies, and the versions that cases pinned.

A version is immutable, so its decoded model may stay in the process; which version applies is asked in every
transaction. The cache is keyed by tenant and version: an id alone never leads to another tenant's model.
"""

from dataclasses import dataclass
from uuid import UUID

from services.core.calendar import local_day
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError
from services.core.identity import TenantId
from services.core.tenancy import store
from services.core.tenancy.model import Model, decode_model

_KEPT = 64


@dataclass(frozen=True, slots=True)
class InForce:
    """A version of a tenant's model, decoded."""

    id: UUID
    number: int
    model: Model


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
        _decoded[key] = InForce(row.id, row.number, decode_model(row.content))
    return _decoded[key]


_decoded: dict[tuple[TenantId, UUID], InForce] = {}
