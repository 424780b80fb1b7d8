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
    shares = iter(_shares(left, open_))
    slots, at = [], starts_at
    for given in minutes:
        length = given or next(shares)
        slots.append(Slot(at, length))
        at += timedelta(minutes=length)
    return slots


def _shares(left: int, points: int) -> list[int]:
    """Minutes of each of the points that the model gives none, in fives: nobody plans by single minutes.

    Long parts are all alike. Where fives would leave much of the time over, some points get five more, spread evenly.
    """
    if points == 0:
        return []
    fives = left // LEAST
    if fives <= points:
        return [LEAST] * points
    if left > 2 * LEAST * points:
        return [fives // points * LEAST] * points
    return [((n + 1) * fives // points - n * fives // points) * LEAST for n in range(points)]
