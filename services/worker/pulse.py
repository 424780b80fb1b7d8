"""A pulse: a file that worker and beat touch for as long as the loop that does their work turns.

A worker and beat open no port that could be asked. The touch comes out of the very loop that takes messages, or sends
them, not from a thread beside it, so that a process that stands still has none. It is missing while Valkey is away
too: the loop then waits for it. ``infra/healthcheck.py`` looks at the file's age.
"""

from pathlib import Path
from typing import Any, Final

from celery import Celery, bootsteps

from services.worker.schedule import PULSE_FILE

EVERY_SECONDS: Final = 5.0


def use_pulse(app: Celery, file: Path | None) -> None:
    """Give worker and beat of this app a pulse in ``file``; none without one."""
    if file is not None:
        app.conf[PULSE_FILE] = file
        app.steps["worker"].add(Pulse)


class Pulse(bootsteps.StartStopStep):
    """Touches the file from the timer of the worker's own event loop; a worker that ended in order leaves none."""

    requires = ("celery.worker.components:Timer",)

    def start(self, parent: Any) -> None:
        """Begin when the worker's loop does."""
        parent.timer.call_repeatedly(EVERY_SECONDS, _file(parent).touch)

    def stop(self, parent: Any) -> None:
        """Leave nothing that looks alive."""
        _file(parent).unlink(missing_ok=True)


def _file(worker: Any) -> Path:
    file: Path = worker.app.conf[PULSE_FILE]
    return file
