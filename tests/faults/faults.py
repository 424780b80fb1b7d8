"""All faults, in the order in which they are tried, and those that share a system."""

from collections.abc import Iterator, Sequence
from typing import Final

from tests.faults.clocks import CLOCKS
from tests.faults.connections import CUTS
from tests.faults.deaths import DEATHS
from tests.faults.disks import DISKS
from tests.faults.fault import Fault
from tests.faults.mailserver import TROUBLES, Trouble
from tests.faults.stops import STOPS

FAULTS: Final = (*DEATHS, *STOPS, *CUTS, *DISKS, *CLOCKS)
_ALL: Final[tuple[Fault | Trouble, ...]] = (*FAULTS, *TROUBLES)
NAMES: Final = tuple(one.name for one in _ALL)
TOGETHER: Final = 9
"""Rounds on one system. Each moves its clock by three weeks: for longer, its children would be other people."""


def batches(names: Sequence[str]) -> Iterator[list[Fault | Trouble]]:
    """Those of the names, cut into what is tried on one system."""
    batch: list[Fault | Trouble] = []
    for one in _ALL:
        if one.name in names:
            if batch and (len(batch) == TOGETHER or _place(batch[0]) != _place(one)):
                yield batch
                batch = []
            batch.append(one)
    if batch:
        yield batch


def _place(one: Fault | Trouble) -> str:
    return one.place if isinstance(one, Fault) else "mail server"
