"""Who can see a child and why, and who has looked: what a family may ask under GDPR article 15.

Professionals act in public office and are named. Of the family only the capacity is told, for the other
parent's sake. The database answers no row unless the actor may see the child.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from services.core.calendar.instants import end_of_day
from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__, "onlookers.sql")


@dataclass(frozen=True, slots=True)
class Access:
    """Someone's access to a child, now or to come, or on a day that was. ``name`` is None for the family.

    ``whose``: for whom a delegate acts. ``place``: what a leader leads. ``meeting_id``: where a participant has a place.
    ``category``: what an emergency was opened for.
    """

    person_id: PersonId
    name: str | None
    capacity: str
    reason: str
    valid_from: datetime | None
    valid_until: datetime | None
    whose: str | None
    place: str | None
    meeting_id: UUID | None
    meeting_at: datetime | None
    category: str | None


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


@dataclass(frozen=True, slots=True)
class AskedRow:
    """The dossier that asking is a look at; None where there is nothing to ask about."""

    dossier_id: DossierId | None


_ASKED = _SQL.rows("child_asked_about", AskedRow)
_WHO = _SQL.rows("who_can_see", Access)
_WHO_THEN = _SQL.rows("who_could_see", Access)
_EVENTS = _SQL.rows("access_events", AccessEvent)


async def may_ask(tx: ReadTx, child_id: PersonId) -> bool:
    """Whether the actor may ask who sees a child: those who see it, and the data protection officer. It is on record."""
    row = await tx.one(_ASKED, child_id=child_id)
    return row is not None and row.dossier_id is not None


async def who_can_see(tx: ReadTx, child_id: PersonId) -> list[Access]:
    """Everyone who can see a child now or later, with the reason; empty for a child the actor may not ask about."""
    return await tx.many(_WHO, child_id=child_id) if await may_ask(tx, child_id) else []


async def who_could_see(tx: ReadTx, child_id: PersonId, day: date) -> list[Access]:
    """Who could see a child on a Danish day, by what was known on it.

    Of threads and places in meetings the rows are replaced, not kept: those are as they stand today.
    """
    if not await may_ask(tx, child_id):
        return []
    begin = end_of_day(day - timedelta(days=1))
    return await tx.many(_WHO_THEN, child_id=child_id, begin=begin, until=end_of_day(day))


async def access_events(
    tx: ReadTx, child_id: PersonId, *, first: int = 25, before: tuple[datetime, UUID] | None = None
) -> Events:
    """One page of who has looked at a child; ``before`` is the cursor of the page before."""
    if not await may_ask(tx, child_id):
        return Events((), has_next=False)
    at, event = before or (None, None)
    rows = await tx.many(_EVENTS, child_id=child_id, before=at, before_id=event, page=first + 1)
    return Events(tuple(rows[:first]), has_next=len(rows) > first)
