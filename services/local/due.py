"""Has the worker sweep, and waits until nothing is due any more."""

import asyncio
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from services.core.db.database import Database
from services.core.identity import SystemIdentity, TenantId
from services.core.mode import Mode
from services.core.sweep.kinds import SweepKind
from services.core.sweep.service import begin_run, pending
from services.local import store
from services.local.acting import as_worker, tenants_of, worker_settings
from services.local.errors import EnvironmentProblem
from services.worker.app import create_worker
from services.worker.names import SWEEP, queue_of

# An occasion of its own for each time that someone asks, beside those of beat's grid.
_OCCASION = timedelta(milliseconds=1)
_MOVED_BY_TIME = (SweepKind.DEADLINES, SweepKind.ADULTHOOD, SweepKind.RETENTION)
_SECONDS = 120.0
_POLL_SECONDS = 0.1


async def sweep(
    running: Mapping[str, Any], data: Path, wanted: str | None, *, wait: bool
) -> list[dict[str, Any]]:
    """Have the worker run every sweep in one tenant or in all; answers how each stands, with `wait` at its end.

    Raises EnvironmentProblem when the worker does not come to its end in two minutes.
    """
    async with as_worker(running, data) as db:
        tenants = tenants_of(running, wanted)
        asked = await _ask(db, running, data, tenants, tuple(SweepKind))
        return await _followed(db, tenants, asked, wait=wait)


async def until_nothing(running: Mapping[str, Any], data: Path) -> None:
    """Sweep all tenants until neither deadlines nor messages nor erasures are due.

    Raises EnvironmentProblem when something is still due after two minutes.
    """
    deadline = time.monotonic() + _SECONDS
    async with as_worker(running, data) as db:
        tenants = tenants_of(running, None)
        asked = await _ask(db, running, data, tenants, _MOVED_BY_TIME)
        await _followed(db, tenants, asked, wait=True)
        for slug, tenant in tenants.items():
            while not (left := await pending(db, tenant)).nothing:
                if time.monotonic() > deadline:
                    raise EnvironmentProblem(f"{slug}: still due after {_SECONDS:.0f} s: {left}")
                await asyncio.sleep(_POLL_SECONDS)


async def _ask(
    db: Database,
    running: Mapping[str, Any],
    data: Path,
    tenants: Mapping[str, TenantId],
    kinds: tuple[SweepKind, ...],
) -> list[tuple[str, UUID]]:
    app = create_worker(worker_settings(running, data), Mode.LOCAL)
    asked = []
    for slug, tenant in tenants.items():
        for kind in kinds:
            run = await begin_run(db, tenant, kind, _OCCASION)
            if run is not None:
                # Blocking, and alone in this loop.
                app.send_task(SWEEP, args=(str(tenant), str(run)), queue=queue_of(SWEEP))
                asked.append((slug, run))
    app.close()
    return asked


async def _followed(
    db: Database, tenants: Mapping[str, TenantId], asked: list[tuple[str, UUID]], *, wait: bool
) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = []
    deadline = time.monotonic() + _SECONDS
    for slug, run in asked:
        row = await _state(db, tenants[slug], run)
        while wait and row.state not in {"done", "failed"}:
            if time.monotonic() > deadline:
                raise EnvironmentProblem(f"{slug}: the sweep {row.sweep} did not end in time.")
            await asyncio.sleep(_POLL_SECONDS)
            row = await _state(db, tenants[slug], run)
        answers.append(
            {
                "tenant": slug,
                "sweep": row.sweep,
                "state": row.state,
                "handled": row.handled,
                "failed": row.failed,
            }
        )
    return answers


async def _state(db: Database, tenant: TenantId, run: UUID) -> store.SweepRow:
    async with db.read(SystemIdentity(tenant), "sweep.pending") as tx:
        row = await tx.one(store.SWEEP_STATE, id=run)
    if row is None:
        raise EnvironmentProblem("A sweep that was asked for has vanished.")
    return row
