"""``rundbord.sweep``: carry out one run of a sweep in one tenant, unless it is done or under way."""

from collections.abc import Callable
from uuid import UUID

from celery import Celery

from services.core.identity import TenantId
from services.core.logging import log
from services.core.sweep.service import carry_out_run
from services.worker.names import SWEEP
from services.worker.runtime import ChildRuntime


def register(app: Celery, runtime: Callable[[], ChildRuntime]) -> None:
    """Register the task."""

    def sweep(tenant: str, run: str) -> None:
        runtime().run(_sweep(runtime(), TenantId(UUID(tenant)), UUID(run)))

    app.task(name=SWEEP)(sweep)


async def _sweep(runtime: ChildRuntime, tenant: TenantId, run: UUID) -> None:
    swept = await carry_out_run(await runtime.database(), runtime.anchors, tenant, run)
    if swept is not None and (swept.handled or swept.failed):
        log().info("sweep.done", tenant=str(tenant), run=str(run), handled=swept.handled, failed=swept.failed)
