"""Make and end the address of a private calendar, and read what it shows.

The address is its own key: calendar programs can show nothing else. It is 256 random bits that the database knows by a
keyed hash alone, it opens the times of meetings and nothing more (``policies.sql``), and whether it opens anything is
decided at each reading.
"""

import re
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from services.core.calendar.events import Entry
from services.core.calendar_feed import store
from services.core.calendar_feed.store import FeedRow, TimesRow
from services.core.db.queries import Query
from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import ErrorCode, UserError, not_found
from services.core.identity import Capacity
from services.core.keys.provider import KeyProvider

CAPACITIES: Final = frozenset({Capacity.FAMILY, Capacity.PROFESSIONAL, Capacity.LEADER, Capacity.ADVISER})
"""Those who come to meetings. Each capacity has a calendar of its own: what one may see is never the sum of two."""
SHOWN_AFTER: Final = timedelta(days=30)
"""So long a meeting stays in the calendar when it is over, also one that was cancelled."""
SHOWN_AHEAD: Final = timedelta(days=400)
MOST: Final = 500
"""So many meetings at the most, the earliest first."""
_WRITTEN: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_KIND: Final = "calendar_feed"
_MEETINGS, _CONSULTATIONS = "/meetings/", "/consultations/"
_OF_NO_TENANT: Final = UUID(int=0)
"""A hash is looked up within the tenant that the host names; so that one round trip is enough, it is made before."""


def hash_of(provider: KeyProvider, written: str) -> bytes | None:
    """The keyed hash of what an address holds; None for what no address of ours can hold.

    Raises ``KeyUnavailableError`` when the provider's key is not there.
    """
    return provider.lookup_hash(_OF_NO_TENANT, _KIND, written) if _WRITTEN.fullmatch(written) else None


async def own_feed(tx: ReadTx) -> datetime | None:
    """When the actor's calendar in this capacity was made; None where there is none."""
    if tx.actor.capacity not in CAPACITIES:
        return None
    row = await tx.one(store.OWN)
    return row.made_at if row else None


async def make_feed(tx: WriteTx) -> tuple[str, FeedRow]:
    """A new calendar for the actor in this capacity: what its address holds, told this once. The one before ends.

    Raises FORBIDDEN in a capacity that comes to no meetings.
    """
    if tx.actor.capacity not in CAPACITIES:
        raise UserError(ErrorCode.FORBIDDEN)
    written = urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()
    row = await tx.one(store.MAKE, secret_hash=hash_of(tx.keyring.provider, written))
    if row is None or row.made_at is None:
        raise UserError(ErrorCode.FORBIDDEN)
    return written, row


async def end_feed(tx: WriteTx) -> None:
    """The actor's calendar in this capacity is over at once; where there is none, nothing happens."""
    if tx.actor.capacity not in CAPACITIES:
        raise UserError(ErrorCode.FORBIDDEN)
    await tx.run(store.END)


async def municipality(tx: ReadTx) -> str:
    """The name of the municipality whose calendar is read."""
    row = await tx.one(store.WHOSE)
    if row is None:
        raise LookupError("a transaction has a tenant")
    return row.name


async def meetings(tx: ReadTx) -> list[Entry]:
    """The actor's own meetings, as far as they see them now: a month back and a year ahead."""
    return await _entries(tx, store.MEETINGS, _MEETINGS)


async def consultations(tx: ReadTx) -> list[Entry]:
    """The actor's own meetings about nobody named. In a transaction of their own (RB003): no event holds both."""
    return await _entries(tx, store.CONSULTATIONS, _CONSULTATIONS)


async def meeting(tx: ReadTx, meeting_id: UUID) -> Entry:
    """One meeting that the actor sees, for their calendar; NOT_FOUND for an absent or foreign one alike."""
    return await _entry(tx, store.MEETING, meeting_id, _MEETINGS)


async def consultation(tx: ReadTx, consultation_id: UUID) -> Entry:
    """One meeting about nobody named; NOT_FOUND as above."""
    return await _entry(tx, store.CONSULTATION, consultation_id, _CONSULTATIONS)


async def _entry(tx: ReadTx, query: Query[TimesRow], row_id: UUID, path: str) -> Entry:
    row = await tx.one(query, id=row_id)
    if row is None:
        raise not_found()
    return _as_entry(row, path)


async def _entries(tx: ReadTx, query: Query[TimesRow], path: str) -> list[Entry]:
    rows = await tx.many(query, from_at=tx.now - SHOWN_AFTER, until_at=tx.now + SHOWN_AHEAD, most=MOST)
    return [_as_entry(row, path) for row in rows]


def _as_entry(row: TimesRow, path: str) -> Entry:
    return Entry(
        id=row.id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        sequence=row.sequence,
        cancelled=row.status == "cancelled",
        path=f"{path}{row.id}",
        preliminary=row.preliminary,
    )
