"""Types that say who and what: ids with their own types, capacities, and the actor of a transaction."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

TenantId = NewType("TenantId", UUID)
PersonId = NewType("PersonId", UUID)
DossierId = NewType("DossierId", UUID)
UnitId = NewType("UnitId", UUID)


class Capacity(StrEnum):
    """In which capacity someone acts. One a session, never two: what one may see is never the sum of two roles."""

    FAMILY = "family"
    PROFESSIONAL = "professional"
    LEADER = "leader"
    ADVISER = "adviser"
    ADMINISTRATOR = "administrator"
    DPO = "dpo"
    AUDITOR = "auditor"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a transaction runs for. ``person`` is None for the system; ``expires_at`` is machine time."""

    tenant: TenantId
    tenant_slug: str
    person: PersonId | None
    capacity: Capacity
    session: UUID | None
    roles: frozenset[str]
    units: tuple[UnitId, ...]
    language: str
    expires_at: datetime | None

    @property
    def is_family(self) -> bool:
        """Whether the actor is a parent or young person, logged in as such."""
        return self.capacity is Capacity.FAMILY

    @property
    def known_person(self) -> PersonId:
        """The person acting; raises ``LookupError`` for the system, which is nobody."""
        if self.person is None:
            raise LookupError("the system is nobody")
        return self.person


@dataclass(frozen=True, slots=True)
class Credential:
    """What a request presented: SHA-256 of a session cookie or of a bearer token."""

    kind: str
    """``cookie`` or ``bearer``."""
    hash: bytes


@dataclass(frozen=True, slots=True)
class RequestIdentity:
    """A request as it arrives: which host it names and what it shows."""

    host: str
    credential: Credential | None


@dataclass(frozen=True, slots=True)
class FeedIdentity:
    """A calendar program as it arrives: which host it names, and the keyed hash of what its address holds."""

    host: str
    hash: bytes


@dataclass(frozen=True, slots=True)
class SystemIdentity:
    """The worker or the notifier, within one tenant."""

    tenant: TenantId
