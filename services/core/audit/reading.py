"""The log for those who look after the looking, and what came out when it was last verified.

The database answers an auditor alone. Professionals act in public office and are named; of a family it says no more than
that, and of whom an event was about only how many.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import PersonId

_SQL = Queries(__file__, "reading.sql")


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """One look or change, in business time. ``subjects`` and ``reasons`` count dossiers, and grants it rested on."""

    id: UUID
    occurred_at: datetime
    actor_id: PersonId | None
    actor_name: str | None
    capacity: str
    operation: str
    changed: bool
    subjects: int
    reasons: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the log is sealed: links, when the newest was made, and events that wait for theirs."""

    sealed: int
    sealed_at: datetime | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What came out when the chain was recomputed. ``findings`` and ``notes`` are codes; without findings it is whole."""

    id: UUID
    verified_at: datetime
    links: int
    waiting: int
    findings: list[str]
    notes: list[str]


_EVENTS = _SQL.rows("events_for_auditor", LoggedEvent)
_STANDING = _SQL.rows("seal_standing", Standing)
_VERIFICATIONS = _SQL.rows("verifications", Verification)


async def logged(
    tx: ReadTx, *, limit: int, before: tuple[datetime, UUID] | None, actor: PersonId | None
) -> list[LoggedEvent]:
    """At most ``limit`` events, newest first, after the one at ``before``; of one professional, or of everyone."""
    at, event = before or (None, None)
    return await tx.many(_EVENTS, actor=actor, before=at, before_id=event, page=limit)


async def standing(tx: ReadTx) -> Standing:
    """How far the log is sealed."""
    return await tx.one(_STANDING) or Standing(0, None, 0)


async def verifications(tx: ReadTx, limit: int = 10) -> list[Verification]:
    """The latest verifications, newest first."""
    return await tx.many(_VERIFICATIONS, page=limit)
