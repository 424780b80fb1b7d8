"""Beat in local mode: `python -m services.local.beat`."""

import sys
from typing import Any

from celery import signals

from services.core.mode import Mode
from services.core.settings import Settings
from services.local.entry import readiness
from services.worker.app import create_worker
from services.worker.beat import run_beat


def main() -> int:
    """Wake the sweeps until told to stop."""
    tell = readiness("beat")

    def ready(**_: Any) -> None:
        tell()

    signals.beat_init.connect(ready, weak=False)
    run_beat(create_worker(Settings.from_env(needs=("redis_url",)), Mode.LOCAL))
    return 0


if __name__ == "__main__":
    sys.exit(main())
