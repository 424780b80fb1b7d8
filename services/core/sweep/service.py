"""Running a sweep in one tenant, and the rows that keep two workers from running the same occasion.

A sweep finds whatever is due when it runs, so an occasion that is lost only delays. The row of an occasion
(tenant, sweep, time of the grid) is unique: a second beat, a repeated message or an hour that occurs twice finds
it taken.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from services.core.audit.service import seal_events
from services.core.audit.verification import verify_daily
from services.core.db.database import Database
from services.core.db.tx import ReadTx, new_id
from services.core.identity import SystemIdentity, TenantId
from services.core.indicator.counting import count_what_is_over
from services.core.intake import working as intake
from services.core.message import outbox
from services.core.message.store import Backlog
from services.core.retention import epochs, erasure, orphans, replay
from services.core.sweep import (
    access_requests,
    adulthood,
    consents,
    deadlines,
    housekeeping,
    measures,
    reports,
    series,
    shields,
    store,
)
from services.core.sweep.kinds import SweepKind
from services.core.sweep.running import Step

LONGEST_RUN: Final = timedelta(seconds=120)
"""A run stops here and leaves the rest to the next one."""

RUN_LEASE: Final = LONGEST_RUN + timedelta(seconds=60)
SEALED_AT_ONCE: Final = 1000
SETTLED_FAILURES: Final = 20
"""So many failures in one run are one fault, not many: it stops, and the next run tries again."""

STEPS: Final[Mapping[SweepKind, tuple[Step[Any], ...]]] = {
    SweepKind.DEADLINES: (
        deadlines.STEP,
        *consents.STEPS,
        measures.STEP,
        series.STEP,
        reports.STEP,
        access_requests.STEP,
    ),
    SweepKind.ADULTHOOD: (*adulthood.STEPS, shields.STEP),
}
"""What each of these sweeps does, piece by piece; a step begins when nothing is due for those before it."""


async def _settle_next(steps: tuple[Step[Any], ...], database: Database, who: SystemIdentity) -> bool | None:
    for step in steps:
        if (done := await step.settle_next(database, who)) is not None:
            return done
    return None


async def _keep_keys(database: Database, who: SystemIdentity) -> int:
    return await orphans.destroy_orphan_keys(database, who) + await epochs.rotate(database, who)


_AT_ONCE: Final[dict[SweepKind, Callable[[Database, SystemIdentity], Awaitable[int]]]] = {
    SweepKind.KEYS: _keep_keys,
    SweepKind.HOUSEKEEPING: housekeeping.clean,
    SweepKind.INTAKE: intake.go_on,
}


@dataclass(frozen=True)
class Swept:
    """What a run did: pieces of work handled, and pieces that failed and were set aside."""

    handled: int
    failed: int


@dataclass(frozen=True)
class Pending:
    """What is due in a tenant at this moment and not done yet."""

    messages: Backlog
    deadlines: int
    erasures: int

    @property
    def nothing(self) -> bool:
        """Whether all that is due has been done."""
        return not (self.messages.due or self.deadlines or self.erasures)


async def run_sweep(database: Database, anchors: Path, tenant: TenantId, kind: SweepKind) -> Swept:
    """Do all that is due of one kind in one tenant, at most ``LONGEST_RUN``. ``anchors``: the audit chain's."""
    who = SystemIdentity(tenant)
    if kind is SweepKind.AUDIT:
        return Swept(await _seal(database, anchors, tenant), 0)
    if kind is SweepKind.KEYS:
        await verify_daily(database, tenant, anchors)
    if kind in _AT_ONCE:
        return Swept(await _AT_ONCE[kind](database, who), 0)
    step = partial(_erase, anchors) if kind is SweepKind.RETENTION else partial(_settle_next, STEPS[kind])
    if kind is SweepKind.RETENTION:
        await replay.replay(database, anchors, who)
        # Before anything is erased: a record whose time is out is still one of the period that is over.
        await count_what_is_over(database, who)
    loop = asyncio.get_running_loop()
    last = loop.time() + LONGEST_RUN.total_seconds()
    handled = failed = 0
    while loop.time() < last and failed < SETTLED_FAILURES:
        done = await step(database, who)
        if done is None:
            break
        handled, failed = handled + done, failed + (not done)
    return Swept(handled, failed)


async def _erase(anchors: Path, database: Database, who: SystemIdentity) -> bool | None:
    return await erasure.erase_next(database, anchors, who)


async def _seal(database: Database, anchors: Path, tenant: TenantId) -> int:
    sealed = 0
    while count := await seal_events(database, tenant, anchors, limit=SEALED_AT_ONCE):
        sealed += count
        if count < SEALED_AT_ONCE:
            break
    return sealed


async def begin_run(database: Database, tenant: TenantId, kind: SweepKind, every: timedelta) -> UUID | None:
    """Take the present occasion of a sweep; None when it was taken before."""
    async with database.write(SystemIdentity(tenant), "sweep.begin") as tx:
        row = await tx.one(store.BEGIN_RUN, id=new_id(), sweep=kind.value, every=every)
    return row.id if row else None


async def carry_out_run(database: Database, anchors: Path, tenant: TenantId, run: UUID) -> Swept | None:
    """Carry out a run that was begun; None when it is done or held by another worker."""
    who = SystemIdentity(tenant)
    async with database.write(who, "sweep.claim") as tx:
        claimed = await tx.one(store.CLAIM_RUN, id=run, lease=RUN_LEASE)
    if claimed is None:
        return None
    state, swept = "failed", Swept(0, 0)
    try:
        swept = await run_sweep(database, anchors, tenant, SweepKind(claimed.sweep))
        state = "done"
        return swept
    finally:
        async with database.write(who, "sweep.finish") as tx:
            await tx.run(
                store.FINISH_RUN,
                id=run,
                attempt=claimed.attempt,
                state=state,
                handled=swept.handled,
                failed=swept.failed,
            )


async def pending(database: Database, tenant: TenantId) -> Pending:
    """What is due in a tenant now: for ``status``, and for a clock that is moved and waits for its effects."""
    async with database.read(SystemIdentity(tenant), "sweep.pending") as tx:
        return Pending(
            await outbox.measure(tx),
            sum([await step.count_due(tx) for step in STEPS[SweepKind.DEADLINES]]),
            await erasure.count_due(tx),
        )


async def latest_runs(tx: ReadTx) -> list[store.LatestRun]:
    """When each sweep last came to its end in this tenant, and what it found."""
    return await tx.many(store.LATEST_RUNS)
