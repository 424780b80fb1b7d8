"""When each point of an agenda begins: the model's minutes where it gives any, the rest of the time in even parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

LEAST: Final = 5
"""Minutes that a point gets however little time is left."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A point's time. ``starts_at`` in UTC."""

    starts_at: datetime
    minutes: int


def agenda_times(starts_at: datetime, ends_at: datetime, minutes: Sequence[int]) -> list[Slot]:
    """The times of points in their order; ``minutes`` 0: the model says none.

    What the model gives is kept even where it is more than the meeting has: whoever leads it sees that it runs over.
    """
    whole = int((ends_at - starts_at) / timedelta(minutes=1))
    open_ = sum(1 for given in minutes if given == 0)
    left = max(whole - sum(minutes), 0)
    share = max(left // open_, LEAST) if open_ else 0
    # Nobody plans by single minutes where there is room for fives.
    share -= share % 5 if share > 2 * LEAST else 0
    slots, at = [], starts_at
    for given in minutes:
        slots.append(Slot(at, given or share))
        at += timedelta(minutes=given or share)
    return slots
