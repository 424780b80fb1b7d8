"""What beat wakes and how often. Beat keeps nothing between starts: PostgreSQL knows which occasion was taken.

An hour that the clocks repeat or leave out means nothing here: intervals, in UTC.
"""

from datetime import timedelta
from typing import Any, Final

from celery import Celery
from celery.beat import Scheduler

from services.core.mode import Mode
from services.core.sweep.kinds import EVERY, EVERY_LOCAL, SweepKind
from services.worker.names import WAKE, queue_of

LOOK_EVERY: Final = 1.0
"""Seconds: the longest that beat sleeps."""


LONG_AGO: Final = timedelta(days=1)
"""Longer than any interval."""


class MemoryScheduler(Scheduler):
    """Beat's schedule in memory. A start wakes every sweep at once: after a pause there may be much due."""

    def setup_schedule(self) -> None:
        """Read the schedule from the app and call every entry overdue."""
        self.merge_inplace(self.app.conf.beat_schedule)
        for entry in self.schedule.values():
            entry.last_run_at = self.app.now() - LONG_AGO

    @property
    def info(self) -> str:
        """Shown by beat at start."""
        return "    . schedule -> in memory"


def every(kind: SweepKind, mode: Mode) -> timedelta:
    """How often a sweep runs."""
    return (EVERY_LOCAL if mode.is_local else EVERY)[kind]


def schedule(mode: Mode) -> dict[str, dict[str, Any]]:
    """One wake-up for each sweep. One that no worker took by the next is worthless and expires."""
    return {
        f"wake-{kind.value}": {
            "task": WAKE,
            "schedule": every(kind, mode),
            "args": (kind.value,),
            "options": {"queue": queue_of(WAKE), "expires": every(kind, mode).total_seconds()},
        }
        for kind in SweepKind
    }


def use_schedule(app: Celery, mode: Mode) -> None:
    """Give the app its schedule and the scheduler that keeps it."""
    app.conf.update(
        beat_schedule=schedule(mode),
        beat_scheduler=f"{MemoryScheduler.__module__}:{MemoryScheduler.__qualname__}",
        beat_max_loop_interval=LOOK_EVERY,
    )
