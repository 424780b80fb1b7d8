"""``rundbord.wake``: begin the present occasion of a sweep in every tenant, and ask for it to be carried out."""

from collections.abc import Callable
from datetime import timedelta

from celery import Celery

from services.core.mode import Mode
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import begin_run
from services.worker.names import SWEEP, WAKE, queue_of
from services.worker.runtime import ChildRuntime
from services.worker.schedule import every, worthless_after


def register(app: Celery, runtime: Callable[[], ChildRuntime], mode: Mode) -> None:
    """Register the task."""

    def wake(sweep: str) -> None:
        kind = SweepKind(sweep)
        expires = worthless_after(kind, mode).total_seconds()
        for tenant, run in runtime().run(_begin(runtime(), kind, every(kind, mode))):
            app.send_task(SWEEP, args=(tenant, run), queue=queue_of(SWEEP), expires=expires)

    app.task(name=WAKE)(wake)


async def _begin(runtime: ChildRuntime, kind: SweepKind, interval: timedelta) -> list[tuple[str, str]]:
    """The runs that this call began, as (tenant, run); tenants whose occasion is taken are left out."""
    database = await runtime.database()
    begun = []
    for tenant in await database.tenants():
        run = await begin_run(database, tenant, kind, interval)
        if run is not None:
            begun.append((str(tenant), str(run)))
    return begun
