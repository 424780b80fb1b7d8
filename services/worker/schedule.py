"""What beat wakes and how often. Beat keeps nothing between starts: PostgreSQL knows which occasion was taken.

An hour that the clocks repeat or leave out means nothing here: intervals of a monotonic clock. Nor does a clock that
is set while beat runs, or that differs between beat and a worker.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from celery import Celery
from celery.beat import Scheduler

from services.core.mode import Mode
from services.core.sweep.kinds import EVERY, EVERY_LOCAL, SweepKind
from services.worker.names import WAKE, queue_of

LOOK_EVERY: Final = 1.0
"""Seconds: the longest that beat sleeps."""

PULSE_FILE: Final = "rundbord_pulse_file"
"""Where the app's configuration keeps the file of ``pulse.py``."""

CLOCKS_APART: Final = timedelta(hours=2)
"""More than the clocks of two machines of one system differ, even when one of them is set wrong by an hour."""


class MemoryScheduler(Scheduler):
    """Beat's schedule in memory. A start wakes every sweep at once: after a pause there may be much due."""

    monotonic: Callable[[], float] = staticmethod(time.monotonic)

    def setup_schedule(self) -> None:
        """Read the schedule from the app; every entry is due now."""
        self.merge_inplace(self.app.conf.beat_schedule)
        self._due = dict.fromkeys(self.schedule, self.monotonic())
        self._every = {
            name: entry["schedule"].total_seconds() for name, entry in self.app.conf.beat_schedule.items()
        }
        self._pulse: Path | None = self.app.conf.get(PULSE_FILE)

    def tick(self, *_: Any, **__: Any) -> float:
        """Send what is due; the seconds until the next is. Celery's own asks the wall clock, which may be set."""
        if self._pulse is not None:
            self._pulse.touch()
        for name, entry in self.schedule.items():
            if self.monotonic() >= self._due[name]:
                self._due[name] = self.monotonic() + self._every[name]
                self.apply_entry(entry, producer=self.producer)
        return max(0.0, min(LOOK_EVERY, min(self._due.values()) - self.monotonic()))

    @property
    def info(self) -> str:
        """Shown by beat at start."""
        return "    . schedule -> in memory"


def every(kind: SweepKind, mode: Mode) -> timedelta:
    """How often a sweep runs."""
    return (EVERY_LOCAL if mode.is_local else EVERY)[kind]


def worthless_after(kind: SweepKind, mode: Mode) -> timedelta:
    """How long after it was sent a message is thrown away unread: sender and reader may have clocks apart."""
    return every(kind, mode) + CLOCKS_APART


def schedule(mode: Mode) -> dict[str, dict[str, Any]]:
    """One wake-up for each sweep. One that no worker took is worthless soon, and expires for certain some time later."""
    return {
        f"wake-{kind.value}": {
            "task": WAKE,
            "schedule": every(kind, mode),
            "args": (kind.value,),
            "options": {"queue": queue_of(WAKE), "expires": worthless_after(kind, mode).total_seconds()},
        }
        for kind in SweepKind
    }


def use_schedule(app: Celery, mode: Mode) -> None:
    """Give the app its schedule and the scheduler that keeps it."""
    app.conf.update(
        beat_schedule=schedule(mode),
        beat_scheduler=f"{MemoryScheduler.__module__}:{MemoryScheduler.__qualname__}",
    )
