"""Entry point ``python -m services.worker``: production mode, settings from the environment."""

import os
import sys

from services.core.settings import Settings, SettingsError
from services.worker.app import NEEDS, create_worker, run_worker
from services.worker.metrics import serve_sweeps


def main() -> int:
    """Exit 0 when stopped, 2 when the settings can't be used."""
    try:
        settings = Settings.from_env(needs=NEEDS)
        app = create_worker(settings)
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    serve_sweeps(settings)
    return run_worker(app, concurrency=min(4, os.cpu_count() or 1))


if __name__ == "__main__":
    sys.exit(main())
