"""Who can see a child and why, and who has looked: what a family may ask under GDPR article 15.

Professionals act in public office and are named. Of the family only the capacity is told, for the other
parent's sake. The database answers no row unless the actor may see the child.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import PersonId
from services.core.person.reading import child

_SQL = Queries(__file__, "onlookers.sql")


@dataclass(frozen=True, slots=True)
class Access:
    """Someone's access to a child, now or to come. ``name`` is None for the family."""

    person_id: PersonId
    name: str | None
    capacity: str
    reason: str
    valid_from: datetime | None
    valid_until: datetime | None


@dataclass(frozen=True, slots=True)
class AccessEvent:
    """One look or change, in business time. ``name`` is None for the family and the system."""

    id: UUID
    occurred_at: datetime
    actor_id: PersonId | None
    name: str | None
    capacity: str
    operation: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Events:
    """A page of events, newest first; the cursor is the last one's ``(occurred_at, id)``."""

    items: tuple[AccessEvent, ...]
    has_next: bool


_WHO = _SQL.rows("who_can_see", Access)
_EVENTS = _SQL.rows("access_events", AccessEvent)


async def who_can_see(tx: ReadTx, child_id: PersonId) -> list[Access]:
    """Everyone who can see a child now or later, with the reason; empty for a child the actor may not see."""
    if await child(tx, child_id) is None:
        return []
    return await tx.many(_WHO, child_id=child_id)


async def access_events(
    tx: ReadTx, child_id: PersonId, *, first: int = 25, before: tuple[datetime, UUID] | None = None
) -> Events:
    """One page of who has looked at a child; ``before`` is the cursor of the page before."""
    if await child(tx, child_id) is None:
        return Events((), has_next=False)
    at, event = before or (None, None)
    rows = await tx.many(_EVENTS, child_id=child_id, before=at, before_id=event, page=first + 1)
    return Events(tuple(rows[:first]), has_next=len(rows) > first)
