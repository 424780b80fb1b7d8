"""The closed lists of tasks and queues. Every task has one queue, and the worker takes from every queue."""

from collections.abc import Mapping
from typing import Final

WAKE: Final = "rundbord.wake"
SWEEP: Final = "rundbord.sweep"

WAKES: Final = "rundbord.wakes"
SWEEPS: Final = "rundbord.sweeps"

QUEUE_OF: Final[Mapping[str, str]] = {WAKE: WAKES, SWEEP: SWEEPS}


def queue_of(task: str) -> str:
    """The queue of a task; KeyError for one that is not on the list."""
    return QUEUE_OF[task]


def queues() -> tuple[str, ...]:
    """Every queue, each once."""
    return tuple(sorted(set(QUEUE_OF.values())))
