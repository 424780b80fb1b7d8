"""Runs a module as ``python -m`` does, with its clock wrong by what a file says, as of when it says so (absent: right).

    python displaced.py FILE MODULE ARGUMENT…

What is wrong is what Python calls the time, in this process and in those it forks; it jumps while they run, as when
somebody sets a machine's clock. Not wrong, as on a real machine: monotonic clocks. Not wrong, unlike on a real machine:
C libraries (certificates), and file times.
"""

import os
import runpy
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine

_LOOK_SECONDS = 0.3


def follow(clock: Path) -> None:
    """Displace this process as the file says, for as long as it lives."""
    wrong, journey = 0.0, None
    while True:
        wanted = float(clock.read_text() or 0) if clock.exists() else 0.0
        if wanted != wrong:
            if journey is not None:
                journey.stop()
            journey = time_machine.travel(datetime.now(UTC) + timedelta(seconds=wanted), tick=True)
            journey.start()
            wrong = wanted
        time.sleep(_LOOK_SECONDS)


def main() -> None:
    """Follow the file, and run."""
    clock, module, *rest = sys.argv[1:]

    def begin() -> None:
        threading.Thread(target=follow, args=(Path(clock),), name="clock", daemon=True).start()

    begin()
    os.register_at_fork(after_in_child=begin)
    sys.argv = [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
