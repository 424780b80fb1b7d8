"""The Celery app: it only wakes. What is due stands in PostgreSQL, claimed there, so the broker may vanish.

A message carries ids; none has an ETA; none is needed for anything but speed. It is acknowledged after its task,
and a child takes one at a time, so a worker that dies gives back what it held.
"""

import logging
from typing import Any, Final

from celery import Celery, signals
from kombu import Exchange, Queue

from services.core.logging import configure_logging
from services.core.mode import Mode
from services.core.settings import Settings
from services.worker import tasks
from services.worker.names import QUEUE_OF, queues
from services.worker.pulse import use_pulse
from services.worker.runtime import ChildRuntime, die_with_parent
from services.worker.schedule import use_schedule
from services.worker.watch import watch

NEEDS: Final = ("database_url", "keys_url", "redis_url", "key_dir", "anchor_dir")
VISIBILITY_SECONDS: Final = 600
"""Longer than any task: until then the broker gives an unacknowledged message to nobody else."""

TASK_SECONDS: Final = 300
"""A task that takes longer hangs: its child is killed, and the next sweep finds what it left."""


def create_worker(settings: Settings, mode: Mode = Mode.PRODUCTION) -> Celery:
    """The app of worker and beat. Opens nothing yet."""
    app = Celery("rundbord", broker=settings.redis_url, set_as_current=False)
    app.conf.update(
        task_ignore_result=True,
        result_backend=None,
        task_acks_late=True,
        worker_prefetch_multiplier=1,
        task_serializer="json",
        accept_content=["json"],
        task_create_missing_queues=False,
        task_queues=[Queue(name, Exchange(""), routing_key=name) for name in queues()],
        task_routes={task: {"queue": queue} for task, queue in QUEUE_OF.items()},
        task_time_limit=TASK_SECONDS,
        worker_cancel_long_running_tasks_on_connection_loss=True,
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        worker_hijack_root_logger=False,
        worker_proc_alive_timeout=30,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "visibility_timeout": VISIBILITY_SECONDS,
            "socket_timeout": 30,
            "socket_connect_timeout": 5,
            "socket_keepalive": True,
            "health_check_interval": 10,
        },
        task_publish_retry_policy={"max_retries": 3, "interval_start": 0, "interval_step": 0.2},
        enable_utc=True,
        timezone="UTC",
    )
    use_schedule(app, mode)
    use_pulse(app, settings.pulse_file)
    _use_runtime(app, settings, mode)
    return app


def run_worker(app: Celery, concurrency: int = 2) -> int:
    """Work until SIGTERM, with ``concurrency`` forked children; answers the exit code.

    A worker that has gone deaf ends itself with ``watch.DEAF``: it must be started by something that starts another.
    """
    use_logging("worker")
    watch(app.conf.broker_url, queues(), concurrency)
    worker = app.Worker(
        concurrency=concurrency,
        pool="prefork",
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
        loglevel="INFO",
    )
    worker.start()
    code: int | None = worker.exitcode
    return code or 0


def use_logging(service: str) -> None:
    """Send Celery's logs through ours, instead of letting it set up its own."""

    def configure(**_: Any) -> None:
        configure_logging(service)
        # A line for each message, whether or not there was anything to do, would drown what happened.
        for name in ("celery.worker.strategy", "celery.app.trace", "celery.beat"):
            logging.getLogger(name).setLevel(logging.WARNING)

    signals.setup_logging.connect(configure, weak=False, dispatch_uid="rundbord.logging")


def _use_runtime(app: Celery, settings: Settings, mode: Mode) -> None:
    """Register the tasks, and make a runtime in every child after its fork."""
    child: dict[str, ChildRuntime] = {}

    def begin(**_: Any) -> None:
        die_with_parent()
        child["runtime"] = ChildRuntime(settings)

    def end(**_: Any) -> None:
        if runtime := child.pop("runtime", None):
            runtime.close()

    # Not weak: nothing else holds these functions.
    signals.worker_process_init.connect(begin, weak=False)
    signals.worker_process_shutdown.connect(end, weak=False)
    tasks.register(app, lambda: child["runtime"], mode)
