"""When a record's time begins to run, what stops its end, and what is told of it afterwards."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.core.calendar import local_day
from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.errors import not_found
from services.core.identity import DossierId
from services.core.keys.seal import SealLabel
from services.core.retention import store
from services.core.retention.rules import RecordFacts, retention_due
from services.core.tenancy.model import Model

CASEWORK = "casework"
CASEWORK_CLOSED = "casework_closed"


class HoldReason(msgspec.Struct, frozen=True):
    """Why a record must stay; sealed with the dossier."""

    reason: str


@dataclass(frozen=True)
class Hold:
    """A hold with its reason opened."""

    id: UUID
    dossier: UUID
    placed_by: UUID
    placed_at: datetime
    lifted_at: datetime | None
    reason: str
    version: int


async def start_retention(
    tx: WriteTx, model: Model, model_version: UUID, dossier: UUID, closed_on: date | None = None
) -> date | None:
    """A casework was closed: its time runs. Answers the first day of its end, None where the tenant has no rule.

    ``closed_on`` is the local day of the closing (today when not given).
    """
    day = closed_on or local_day(tx.now)
    return await keep_until(tx, model, model_version, dossier, RecordFacts(CASEWORK, {CASEWORK_CLOSED: day}))


async def keep_until(
    tx: WriteTx, model: Model, model_version: UUID, dossier: UUID, facts: RecordFacts
) -> date | None:
    """A dossier's time runs from these events. Answers the first day of its end, None where the tenant has no rule."""
    due = retention_due(model, facts)
    if due is None:
        await clear_due(tx, dossier)
        return None
    await tx.run(
        store.PUT_DUE,
        dossier_id=dossier,
        record=facts.record,
        rule=due.why.model_path,
        counted_from=due.counted_from,
        due_on=due.on,
        export_before=due.export_before,
        model_version=model_version,
    )
    return due.on


async def clear_due(tx: WriteTx, dossier: UUID) -> None:
    """The record is in use again: its time does not run."""
    await tx.run(store.DROP_DUE, dossier_id=dossier)


async def due_of(tx: ReadTx, dossier: UUID) -> store.DueRow | None:
    """When a dossier's time is out; None while it does not run."""
    return await tx.one(store.READ_DUE, dossier=dossier)


async def dossiers_of_child(tx: ReadTx, child: UUID) -> list[DossierId]:
    """The caseworks that a hold on a child concerns (oversight only); ids alone, nothing of the case is seen."""
    return [DossierId(row.id) for row in await tx.many(store.DOSSIERS_OF_CHILD, child=child)]


async def place_hold(tx: WriteTx, dossier: DossierId, reason: str) -> UUID:
    """Stop the erasure of a dossier until the hold is lifted. Effective at once, also for one that has begun."""
    hold = new_id()
    await tx.run(
        store.INSERT_HOLD,
        id=hold,
        dossier_id=dossier,
        placed_by=tx.actor.known_person,
        sealed=await tx.seal(SealLabel.HOLD, dossier, hold, HoldReason(reason)),
    )
    return hold


async def lift_hold(tx: WriteTx, hold: UUID, expected_version: int) -> Hold:
    """End a hold. NOT_FOUND for an unknown one, CONFLICT when it was lifted or changed meanwhile."""
    row = await tx.one(store.FIND_HOLD, id=hold)
    if row is None:
        raise not_found()
    await tx.run_versioned(
        store.LIFT_HOLD, id=hold, expected_version=expected_version, lifted_by=tx.actor.known_person
    )
    row = await tx.one(store.FIND_HOLD, id=hold)
    if row is None:
        raise not_found()
    return await _opened(tx, row)


async def holds_of(tx: ReadTx, dossier: UUID) -> list[Hold]:
    """The holds on a dossier, standing and lifted, the newest first."""
    return [await _opened(tx, row) for row in await tx.many(store.LIST_HOLDS, dossier=dossier)]


async def certificates(
    tx: ReadTx, first: int, after: tuple[datetime, UUID] | None = None
) -> list[store.CertificateRow]:
    """One page of what was erased, newest first; ``after`` is (erased_at, id) of the last one seen."""
    before, before_id = after or (None, None)
    return await tx.many(store.LIST_CERTIFICATES, before=before, before_id=before_id, page=first)


async def would_erase(tx: ReadTx) -> list[store.WouldErase]:
    """What an erasure of today would take, and what is stopped (``erase --dry-run``). Changes nothing."""
    return await tx.many(store.LIST_DUE, today=local_day(tx.now))


async def _opened(tx: ReadTx, row: store.HoldRow) -> Hold:
    dossier = DossierId(row.dossier_id)
    content = await tx.open_sealed(SealLabel.HOLD, dossier, row.id, row.sealed, HoldReason)
    return Hold(row.id, dossier, row.placed_by, row.placed_at, row.lifted_at, content.reason, row.version)
