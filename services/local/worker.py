"""The worker in local mode: `python -m services.local.worker`."""

import sys
from typing import Any

from celery import signals

from services.core.mode import Mode
from services.core.settings import Settings
from services.local.entry import readiness
from services.worker.app import NEEDS, create_worker, run_worker

_CHILDREN = 2


def main() -> int:
    """Work until told to stop."""
    tell = readiness("worker")

    def ready(**_: Any) -> None:
        tell()

    signals.worker_ready.connect(ready, weak=False)
    return run_worker(create_worker(Settings.from_env(needs=NEEDS), Mode.LOCAL), concurrency=_CHILDREN)


if __name__ == "__main__":
    sys.exit(main())
