"""The model that applies, and the versions that cases pinned.

A version is immutable, so its decoded model may stay in the process; which version applies is asked in every
transaction. The cache is keyed by tenant and version: an id alone never leads to another tenant's model.
"""

from dataclasses import dataclass
from uuid import UUID

from services.core.calendar import local_day
from services.core.db.database import Database
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError
from services.core.identity import TenantId
from services.core.logging import log
from services.core.tenancy import store
from services.core.tenancy.language import LANGUAGE
from services.core.tenancy.model import Model, decode_model
from services.core.tenancy.upcast import LanguageError

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
    """One version of the tenant's model, as a case pinned it.

    Raises ``LookupError`` for an unknown id, UNAVAILABLE where newer code has written it in a language unknown here.
    """
    key = (tx.tenant, version_id)
    if key not in _decoded:
        row = await tx.one(store.CONTENT, id=version_id)
        if row is None:
            raise LookupError(f"no model version {version_id}")
        while len(_decoded) >= _KEPT:
            del _decoded[next(iter(_decoded))]
        try:
            _decoded[key] = InForce(row.id, row.number, decode_model(row.content))
        except LanguageError as problem:
            log().error("model.language_unknown", version=str(version_id), language=problem.language)
            raise UserError(ErrorCode.UNAVAILABLE) from problem
    return _decoded[key]


async def unreadable(database: Database) -> list[str]:
    """The tenants (slugs) with an adopted version in a language that this code does not know; none: it may serve."""
    async with database.tenant_function() as connection:
        rows = await connection.fetch("select slug, language from rundbord.model_languages()")
    return [row["slug"] for row in rows if row["language"] > LANGUAGE]


_decoded: dict[tuple[TenantId, UUID], InForce] = {}
