"""The worker's part of an import: check or carry out its rows, part by part, and end what is not told any more.

Why a worker may die at any moment: a part's rows, its errors and numbers, and that it is done are one transaction. What
was committed is not begun again, what was not has left nothing behind but keys that fit what comes next (see
``person.service``). One worker has an import at a time, for a while; who comes later finds it held, and goes on.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

import asyncpg

from services.core.db.database import Database
from services.core.db.tx import WriteTx, new_id
from services.core.errors import UserError
from services.core.identity import SystemIdentity
from services.core.intake import ending, tables
from services.core.intake.applying import carry_out
from services.core.intake.known import CPR, Key, Known, look_up
from services.core.intake.planned import Field, Planned
from services.core.intake.planning import plan
from services.core.intake.records import Part, PersonRecord, Told, key_of, kind_of
from services.core.intake.rules import Wrong, as_errors, may_end
from services.core.intake.service import note_errors
from services.core.intake.source import RowError
from services.core.intake.store import RunRow
from services.core.intake.tables import KeyRow
from services.core.keys.seal import SealError, SealLabel
from services.core.logging import log
from services.core.person.service import IdentifierTakenError

LEASE: Final = timedelta(seconds=30)
"""Longer than a part takes. After it another goes on with what a dead worker held."""
SLICE_SECONDS: Final = 8.0
"""So long one import keeps a worker from everything else; then it is taken up again with the next occasion."""
TRIES: Final = 5
"""So many times a part may fail as a whole (the worker dies, a database is away); then the import has failed."""
KEPT_WAITING: Final = timedelta(days=7)
HISTORY: Final = timedelta(days=365)


async def go_on(database: Database, who: SystemIdentity) -> int:
    """Go on with the tenant's import for a while; answers how many parts were done. Repeatable."""
    done = await forget_contents(database, who)
    loop = asyncio.get_running_loop()
    last = loop.time() + SLICE_SECONDS
    run = await _claim(database, who)
    while run is not None and loop.time() < last:
        run = await _step(database, who, run)
        done += 1
    if run is not None:
        async with database.write(who, "intake.free") as tx:
            await tx.run(tables.FREE_RUN, id=run.id)
    return done + await forget_contents(database, who)


async def forget_contents(database: Database, who: SystemIdentity) -> int:
    """Delete the content of imports that have ended, and its key; answers of how many. Repeatable.

    The rows go first and the key after them; a key left behind by a crash in between is swept as any other.
    """
    async with database.write(who, "intake.look") as tx:
        await tx.run(tables.CANCEL_FORGOTTEN, before=tx.now - KEPT_WAITING)
        await tx.run(tables.DELETE_OLD, before=tx.now - HISTORY)
        ended = await tx.many(tables.ENDED_RUNS)
        for run in ended:
            await tx.run(tables.DELETE_CONTENT, content=run.content)
            await tx.run(tables.FORGET_CONTENT, run_id=run.id)
    await database.keyring.destroy(who.tenant, [run.content for run in ended])
    return len(ended)


async def _claim(database: Database, who: SystemIdentity) -> RunRow | None:
    async with database.write(who, "intake.claim") as tx:
        run = await tx.one(tables.CLAIM_RUN, lease=LEASE)
        if run is None or run.failures <= TRIES:
            return run
        await tx.run(tables.SETTLE_RUN, id=run.id, state="failed")
    log().error("intake.failed", run=str(run.id), part=run.part_done + 1)
    return None


async def _step(database: Database, who: SystemIdentity, run: RunRow) -> RunRow | None:
    """One transaction's worth of work; answers the run as it is then, None when it rests or is another's."""
    async with database.write(who, f"intake.{run.phase}") as tx:
        held = await tx.one(tables.HOLD_RUN, id=run.id, part_done=run.part_done)
        if held is None or held.state != run.state:
            return None
        if not held.begun and not await _may_begin(tx, held):
            return None
        if held.part_done < held.part_count:
            await _do_part(tx, held)
        elif not await _end_some(tx, held):
            await tx.run(
                tables.SETTLE_RUN, id=held.id, state="done" if held.state == "applying" else "checked"
            )
            return None
        return await tx.one(
            tables.HOLD_RUN, id=run.id, part_done=held.part_done + (held.part_done < held.part_count)
        )


async def _may_begin(tx: WriteTx, run: RunRow) -> bool:
    """Before the first row: what was found before is forgotten, and what would end is counted."""
    await tx.run(tables.FORGET_PHASE, run_id=run.id, phase=run.phase)
    count = await tx.one(tables.COUNT_MISSING, source=run.source, kinds=run.kinds, run_id=run.id)
    ending_some = count if _ends(run) else None
    await tx.run(tables.BEGIN_PHASE, id=run.id, missing=ending_some.missing if ending_some else None)
    if (
        ending_some is None
        or run.state == "checking"
        or may_end(ending_some.known, ending_some.missing, run.accepted)
    ):
        return True
    await tx.run(tables.SETTLE_RUN, id=run.id, state="held")
    return False


def _ends(run: RunRow) -> bool:
    """Whether what is missing ends: in a full copy of which every row's key could be read."""
    return run.snapshot and not run.unreadable


async def _do_part(tx: WriteTx, run: RunRow) -> None:
    part = await tx.one(tables.FIND_PART, run_id=run.id, number=run.part_done + 1)
    if part is None:
        raise LookupError("a part of an import is gone while it is carried out")
    told = (await tx.open_sealed(SealLabel.INTAKE_PART, part.dossier_id, part.id, part.sealed, Part)).told
    tx.only_looked = run.state == "checking"
    each = tx.keyring
    async with each.together() as tx.keyring:
        known = await look_up(tx, run, told)
        # Looking whether anything differs is nobody's looking at a child: the event names those of whom something changes.
        tx.touched.clear()
        planned = [await _row(tx, run, one, known) for one in told]
    tx.keyring = each
    await _note(tx, run, planned)
    if run.state == "checking":
        await _note_pending(tx, run, planned, known)
    await tx.run(tables.ADVANCE_RUN, id=run.id, rows=len(told), lease=LEASE)


async def _row(tx: WriteTx, run: RunRow, told: Told, known: Known) -> Planned:
    planned = plan(told, known)
    if run.state == "checking":
        if planned.action == "new":
            _remember_pending(planned, known)
        elif planned.action == "changed":
            # What is shown of the check says that something of this very person is otherwise.
            tx.touched |= {known.people[one].row.dossier_id for one in planned.people if one in known.people}
        return planned
    if planned.action == "wrong":
        return planned
    try:
        async with tx.savepoint():
            await carry_out(tx, planned, known)
    except (
        UserError,
        LookupError,
        IdentifierTakenError,
        SealError,
        asyncpg.IntegrityConstraintViolationError,
        asyncpg.DataError,
    ) as refused:
        # The row alone: what it had done is undone, and the log learns what it was, without a word of the row.
        log().warning("intake.row_refused", run=str(run.id), row=told.place, error=type(refused).__name__)
        return Planned(told, "wrong", wrong=as_errors(told.place, told.record, [Wrong("", "refused")]))
    return planned


def _remember_pending(planned: Planned, known: Known) -> None:
    """A later row of the same part may point at what this one would make."""
    for at in _keys_of(planned, known):
        if at in known.seen:
            seen = known.seen[at]
            known.seen[at] = tables.SeenRow(seen.kind, seen.key, seen.place, planned.makes)


def _keys_of(planned: Planned, known: Known) -> list[Key]:
    """By what a later row can point at what this one would make: its key, and a person's CPR number."""
    record = planned.record
    keys = [known.key(kind_of(record), key_of(record))]
    if isinstance(record, PersonRecord) and record.cpr:
        keys.append((CPR, known.cpr_hashes[record.cpr]))
    return keys


async def _note_pending(tx: WriteTx, run: RunRow, planned: Sequence[Planned], known: Known) -> None:
    new = [(at, one.makes) for one in planned if one.action == "new" for at in _keys_of(one, known)]
    if new:
        await tx.run(
            tables.PLAN_SEEN,
            run_id=run.id,
            kinds=[kind for (kind, _), _ in new],
            keys=[key for (_, key), _ in new],
            planned=[made for _, made in new],
        )


async def _note(tx: WriteTx, run: RunRow, planned: Sequence[Planned]) -> None:
    """Errors, changes in words, and numbers."""
    errors: list[RowError] = [error for one in planned for error in one.wrong]
    await note_errors(tx, run.id, run.phase, errors)
    for one in planned:
        if one.action in ("new", "changed"):
            await _note_change(tx, run, one.place, kind_of(one.record).value, one.action, one.fields)
    counted = Counter((kind_of(one.record).value, one.action) for one in planned)
    for (kind, action), number in counted.items():
        await tx.run(
            tables.ADD_COUNT, run_id=run.id, phase=run.phase, kind=kind, action=action, number=number
        )


async def _note_change(
    tx: WriteTx, run: RunRow, place: int, kind: str, action: str, fields: Sequence[Field]
) -> None:
    await tx.run(
        tables.INSERT_CHANGE,
        id=new_id(),
        run_id=run.id,
        phase=run.phase,
        place=place,
        kind=kind,
        action=action,
        fields=[one.name for one in fields],
        before=[one.before for one in fields],
        after=[one.after for one in fields],
    )


async def _end_some(tx: WriteTx, run: RunRow) -> bool:
    """End some of what is not told any more; False when nothing is left. A check says it all at once and ends nothing."""
    if not _ends(run):
        return False
    missing = await ending.missing_now(tx, run)
    for row in missing:
        await _end_one(tx, run, row)
    if missing:
        await tx.run(tables.KEEP_RUN, id=run.id, lease=LEASE)
    return bool(missing) and run.state == "applying"


async def _end_one(tx: WriteTx, run: RunRow, row: KeyRow) -> None:
    touched = set(tx.touched)
    facts = await ending.still_holds(tx, run, row)
    action = ending.ENDED if facts else ending.RELEASED
    told = await ending.fields_of(tx, row, facts)
    if run.state == "applying":
        await ending.end(tx, run, row, facts)
    if not facts:
        tx.touched = touched
    await _note_change(tx, run, 0, row.kind, action, told)
    await tx.run(tables.ADD_COUNT, run_id=run.id, phase=run.phase, kind=row.kind, action=action, number=1)
