"""Runs a module as ``python -m`` does, with this process's clock wrong by what a file says (absent: right).

    python displaced.py FILE MODULE ARGUMENT…

What is wrong is what Python calls the time, in this process and in those it forks. Not wrong, as on a real machine:
monotonic clocks. Not wrong, unlike on a real machine: C libraries (certificates), and file times.
"""

import runpy
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine


def main() -> None:
    """Displace, and run."""
    clock, module, *rest = sys.argv[1:]
    seconds = float(Path(clock).read_text()) if Path(clock).exists() else 0.0
    if seconds:
        time_machine.travel(datetime.now(UTC) + timedelta(seconds=seconds), tick=True).start()
    sys.argv = [module, *rest]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
