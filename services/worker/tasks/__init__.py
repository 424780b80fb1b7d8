"""The tasks: each wakes a piece of work that finds for itself what is due. Arguments are ids and codes."""

from collections.abc import Callable

from celery import Celery

from services.core.mode import Mode
from services.worker.runtime import ChildRuntime
from services.worker.tasks import sweep, wake

Runtime = Callable[[], ChildRuntime]


def register(app: Celery, runtime: Runtime, mode: Mode) -> None:
    """Give the app all its tasks."""
    wake.register(app, runtime, mode)
    sweep.register(app, runtime)
