"""Entry point ``python -m services.worker.beat``: wakes the sweeps. A second one beside it does no harm."""

import sys

from celery import Celery

from services.core.settings import Settings, SettingsError
from services.worker.app import create_worker, use_logging
from services.worker.metrics import serve_wakes


def run_beat(app: Celery) -> None:
    """Wake until SIGTERM."""
    use_logging("beat")
    app.Beat(quiet=True, loglevel="INFO").run()


def main() -> int:
    """Exit 0 when stopped, 2 when the settings can't be used."""
    try:
        settings = Settings.from_env(needs=("redis_url",))
        app = create_worker(settings)
    except SettingsError as problem:
        print(problem, file=sys.stderr)
        return 2
    serve_wakes(settings)
    run_beat(app)
    return 0


if __name__ == "__main__":
    sys.exit(main())
