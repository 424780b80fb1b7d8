"""Beat wakes by a clock that nobody sets, and what it sends is read by whoever has another time."""

from datetime import UTC, datetime, timedelta

import time_machine
from celery.beat import ScheduleEntry
from kombu import Producer

from services.core.mode import Mode
from services.core.settings import Settings
from services.core.sweep.kinds import EVERY, SweepKind
from services.worker.app import create_worker
from services.worker.schedule import MemoryScheduler, worthless_after

HOUR = timedelta(hours=1)


class Noting(MemoryScheduler):
    """Notes what it would send."""

    def __init__(self) -> None:
        self.at = 0.0
        self.monotonic = lambda: self.at
        self.sent: list[str] = []
        super().__init__(create_worker(Settings(redis_url="memory://"), Mode.PRODUCTION))

    def apply_entry(self, entry: ScheduleEntry, producer: Producer | None = None) -> None:
        """Note."""
        (kind,) = entry.args or ()
        self.sent.append(str(kind))


def test_a_start_wakes_everything_and_each_comes_again_after_its_interval() -> None:
    beat = Noting()
    assert 0 < beat.tick() <= 1
    assert sorted(beat.sent) == sorted(kind.value for kind in SweepKind)
    beat.sent.clear()
    beat.at = EVERY[SweepKind.DEADLINES].total_seconds() - 0.01
    beat.tick()
    assert SweepKind.DEADLINES.value not in beat.sent
    beat.at = EVERY[SweepKind.DEADLINES].total_seconds()
    beat.tick()
    assert beat.sent.count(SweepKind.DEADLINES.value) == 1


def test_a_clock_that_is_set_back_while_beat_runs_delays_nothing() -> None:
    beat = Noting()
    beat.tick()
    beat.sent.clear()
    beat.at = EVERY[SweepKind.DEADLINES].total_seconds()
    with time_machine.travel(datetime.now(UTC) - HOUR, tick=True):
        beat.tick()
    assert SweepKind.DEADLINES.value in beat.sent


def test_a_worker_whose_clock_is_an_hour_ahead_still_reads_what_beat_sends() -> None:
    assert all(worthless_after(kind, mode) > HOUR for kind in SweepKind for mode in Mode)
