"""Rows of tenants and of their models' versions."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from services.core.db.queries import Queries

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class InForceRow:
    """Which version applies. ``digest`` is SHA-256 of the encoded model."""

    id: UUID
    number: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A version with its content as JSON."""

    id: UUID
    number: int
    content: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version without its content. ``author_id`` None: the operator. ``applies_from`` None: not adopted.

    ``wanted_from`` and ``applies_from`` are Copenhagen days.
    """

    id: UUID
    number: int
    digest: bytes
    author_id: UUID | None
    wanted_from: date
    created_at: datetime
    applies_from: date | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What somebody said of a version. ``person_id`` None: the operator took it back."""

    id: UUID
    version_id: UUID
    person_id: UUID | None
    decision: str
    applies_from: date | None
    note: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class TenantRow:
    """The id of the tenant that was added or found."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Locked:
    """Nothing but that the lock is held."""

    locked: str


IN_FORCE = _SQL.rows("version_in_force", InForceRow)
CONTENT = _SQL.rows("version_content", ContentRow)
VERSIONS = _SQL.rows("versions", VersionRow)
DECISIONS = _SQL.rows("decisions", DecisionRow)
ONE_AT_A_TIME = _SQL.rows("one_at_a_time", Locked)
INSERT_VERSION = _SQL.command("insert_version")
INSERT_DECISION = _SQL.command("insert_decision")
INSERT_ADOPTION = _SQL.command("insert_adoption")
INSERT_TENANT = _SQL.rows("insert_tenant", TenantRow)
