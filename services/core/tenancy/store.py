"""Rows of tenants and of their models' versions."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.core.db.queries import Queries

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version without its content. ``digest`` is SHA-256 of the encoded model."""

    id: UUID
    number: int
    digest: bytes
    applies_from: date


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A version with its content as JSON."""

    id: UUID
    number: int
    applies_from: date
    content: str


@dataclass(frozen=True, slots=True)
class TenantRow:
    """The id of the tenant that was added or found."""

    id: UUID


NEWEST = _SQL.rows("newest_version", VersionRow)
IN_FORCE = _SQL.rows("version_in_force", VersionRow)
CONTENT = _SQL.rows("version_content", ContentRow)
INSERT_VERSION = _SQL.command("insert_version")
INSERT_TENANT = _SQL.rows("insert_tenant", TenantRow)
