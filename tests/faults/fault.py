"""What a fault is: something done to a running system, once or for a while."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from tests.faults.machine import Machine

Strike = Callable[[Machine, random.Random], Awaitable[None]]
"""Returns when the system may be struck again; a trouble that lasts tells ``machine`` when it is over."""


class Place(StrEnum):
    """On which kind of system a fault is tried."""

    PLAIN = "plain"
    SMALL_DISKS = "small disks"
    """Both PostgreSQL servers on disks of their own that can be filled."""
    NIGHTS = "nights"
    """A system whose clock stands before a night in which the clocks change."""


@dataclass(frozen=True)
class Fault:
    """What is done to the system. ``strikes`` times while people work, ``late`` times under deliveries."""

    name: str
    strike: Strike
    strikes: int = 2
    late: int = 1
    crash: bool = False
    """Each strike may end a notifier between a receiver's yes and its record."""
    after: Strike | None = None
    """What ends a trouble that was there through the whole round."""
    place: Place = Place.PLAIN
    night: bool | None = None
    """Round a night in which the clocks change: forward (True) or back (False)."""
    short: bool = False
    """Part of the short selection."""


async def nothing(machine: Machine, chance: random.Random) -> None:
    """Strike with nothing: for a round whose trouble is its clock."""
