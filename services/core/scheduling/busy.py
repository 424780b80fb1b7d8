"""Busy times: told by oneself with a file or by the municipality's calendar; asked for by whoever calls others together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx
from services.core.errors import invalid
from services.core.scheduling import store
from services.core.scheduling.isolated import busy_times
from services.core.scheduling.reading import MOST_ENTRIES
from services.core.scheduling.rules import HORIZON, Interval, merged
from services.core.scheduling.store import BusyRow

MOST_TOLD: Final = 200
"""So many people a call of the municipality's calendar tells of at the most."""


@dataclass(frozen=True, slots=True)
class Told:
    """When one professional, known by their work address, is busy."""

    email: str
    intervals: Sequence[Interval]


async def own_busy(tx: ReadTx, first: int, after: tuple[datetime, UUID] | None = None) -> list[BusyRow]:
    """A page of the actor's own busy times to come, by when they begin; ``after``: beginning and id of the last one seen."""
    after_at, after_id = after or (None, None)
    return await tx.many(store.OWN_BUSY, after_at=after_at, after_id=after_id, limit=first)


async def load_file(tx: WriteTx, content: bytes) -> int:
    """Keep when the actor is busy by a calendar file; what an earlier file told is gone. Answers how many intervals.

    Raises INVALID_INPUT for a file that is no calendar, is too large, or recurs too often.
    """
    kept = await busy_times(content, tx.now)
    await tx.run(store.FORGET_OWN_FILE)
    await tx.run(
        store.INSERT_OWN_FILE, starts=[one.starts_at for one in kept], ends=[one.ends_at for one in kept]
    )
    return len(kept)


async def forget_file(tx: WriteTx) -> None:
    """What the actor told by a file is gone; where there was nothing, nothing happens."""
    await tx.run(store.FORGET_OWN_FILE)


async def tell(tx: WriteTx, told: Sequence[Told]) -> list[int | None]:
    """The municipality's calendar tells when professionals are busy; what it told of each before is replaced.

    Answers for each how many intervals were kept, None where no one professional has the address. Raises INVALID_INPUT
    for too many people or intervals, or one that ends before it begins.
    """
    if len(told) > MOST_TOLD:
        raise invalid("scheduling.too_many_told", "input", "people", limit=MOST_TOLD)
    found: list[int | None] = []
    for number, one in enumerate(told):
        kept = _kept(one.intervals, tx.now, number)
        row = await tx.one(
            store.TELL_BUSY,
            email=one.email.strip(),
            starts=[each.starts_at for each in kept],
            ends=[each.ends_at for each in kept],
        )
        found.append(row.told if row else None)
    return found


async def forget_over(tx: WriteTx) -> int:
    """Forget what is over; answers how many rows."""
    return await tx.run(store.FORGET_OVER)


def _kept(intervals: Sequence[Interval], now: datetime, number: int) -> tuple[Interval, ...]:
    where = ("input", "people", str(number), "intervals")
    if len(intervals) > MOST_ENTRIES:
        raise invalid("scheduling.calendar_too_many", *where)
    if any(one.ends_at <= one.starts_at for one in intervals):
        raise invalid("scheduling.ends_before", *where)
    return merged(intervals, now, now + HORIZON)
