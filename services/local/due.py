"""Has the worker sweep, and waits until nothing is due any more."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from celery import Celery

from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.mode import Mode
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import begin_run, pending
from services.local import store
from services.local.acting import as_worker, tenants_of, worker_settings
from services.local.errors import EnvironmentProblem
from services.local.progress import Progress
from services.worker.app import create_worker
from services.worker.names import SWEEP, queue_of

# An occasion of its own for each time that someone asks, beside those of beat's grid.
_OCCASION = timedelta(milliseconds=1)
_MOVED_BY_TIME = (SweepKind.DEADLINES, SweepKind.ADULTHOOD, SweepKind.RETENTION)
_SECONDS = 120.0
_POLL_SECONDS = 0.1
_PATIENCE_SECONDS = 10.0


@dataclass
class _Order:
    """A sweep that was asked for, and every run that was begun for it."""

    slug: str
    tenant: TenantId
    kind: SweepKind
    runs: list[UUID] = field(default_factory=list)


async def sweep(
    running: Mapping[str, Any], data: Path, wanted: str | None, *, wait: bool
) -> list[dict[str, Any]]:
    """Have the worker run every sweep in one tenant or in all; answers how each stands, with `wait` at its end.

    Raises EnvironmentProblem when the worker does not come to its end in two minutes.
    """
    async with as_worker(running, data) as db:
        orders = [
            _Order(slug, tenant, kind)
            for slug, tenant in tenants_of(running, wanted).items()
            for kind in SweepKind
        ]
        return await _carried_out(db, _messenger(running, data), orders, wait=wait)


async def until_nothing(running: Mapping[str, Any], data: Path) -> None:
    """Sweep all tenants until neither deadlines nor messages nor erasures are due.

    Raises EnvironmentProblem when something is still due after two minutes.
    """
    deadline = time.monotonic() + _SECONDS
    async with as_worker(running, data) as db:
        tenants = tenants_of(running, None)
        orders = [_Order(slug, tenant, kind) for slug, tenant in tenants.items() for kind in _MOVED_BY_TIME]
        await _carried_out(db, _messenger(running, data), orders, wait=True)
        for slug, tenant in tenants.items():
            while not (left := await pending(db, tenant)).nothing:
                if time.monotonic() > deadline:
                    raise EnvironmentProblem(f"{slug}: still due after {_SECONDS:.0f} s: {left}")
                await asyncio.sleep(_POLL_SECONDS)


async def _carried_out(
    db: Database, worker: Celery, orders: list[_Order], *, wait: bool
) -> list[dict[str, Any]]:
    progress = Progress()
    done: list[dict[str, Any]] = []
    try:
        for order in orders:
            await _begin(db, worker, order)
        for order in orders:
            if wait:
                progress.show(
                    f"{len(done)} of {len(orders)} sweeps have ended; {order.slug}: {order.kind.value}"
                )
            done.append(await _followed(db, worker, order, wait=wait))
        return done
    finally:
        progress.end()
        worker.close()


async def _followed(db: Database, worker: Celery, order: _Order, *, wait: bool) -> dict[str, Any]:
    deadline = time.monotonic() + _SECONDS
    again = time.monotonic() + _PATIENCE_SECONDS
    row = await _state(db, order)
    while wait and row.state not in {"done", "failed"}:
        if time.monotonic() > deadline:
            raise EnvironmentProblem(f"{order.slug}: the sweep {row.sweep} did not end in time.")
        if time.monotonic() > again:
            # The message may have been lost with the broker, or its worker killed: another run of the same
            # sweep finds whatever is still due.
            await _begin(db, worker, order)
            again = time.monotonic() + _PATIENCE_SECONDS
        await asyncio.sleep(_POLL_SECONDS)
        row = await _state(db, order)
    return {
        "tenant": order.slug,
        "sweep": row.sweep,
        "state": row.state,
        "handled": row.handled,
        "failed": row.failed,
    }


def _messenger(running: Mapping[str, Any], data: Path) -> Celery:
    return create_worker(worker_settings(running, data), Mode.LOCAL)


async def _begin(db: Database, worker: Celery, order: _Order) -> None:
    run = await begin_run(db, order.tenant, order.kind, _OCCASION)
    if run is not None:
        order.runs.append(run)
        # Blocking, and alone in this loop.
        worker.send_task(SWEEP, args=(str(order.tenant), str(run)), queue=queue_of(SWEEP))


async def _state(db: Database, order: _Order) -> store.SweepRow:
    async with db.read(SystemIdentity(order.tenant), "sweep.pending") as tx:
        row = await tx.one(store.SWEEP_STATE, ids=order.runs)
    if row is None:
        raise EnvironmentProblem("A sweep that was asked for has vanished.")
    return row
