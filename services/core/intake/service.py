"""What an administrator does with imports: bring one, have it checked, say yes, stop it, and look.

Nothing here carries a row out: that is the worker's, which alone may read what was brought. An administrator puts
records in, sealed under a dossier that goes with them when the import has ended.
"""

import asyncio
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar
from uuid import UUID

from services.core.db.tx import ReadTx, WriteTx, new_id
from services.core.dossier.service import open_dossier
from services.core.errors import ErrorCode, UserError, conflict, invalid
from services.core.identity import Capacity, DossierId, PersonId
from services.core.intake import store
from services.core.intake.csv_source import CsvSource
from services.core.intake.known import CPR, hashed
from services.core.intake.records import Kind, Part, PersonRecord, Told, key_of, kind_of
from services.core.intake.rules import is_source
from services.core.intake.source import RowError, Source
from services.core.intake.store import RunRow
from services.core.keys.seal import SealLabel

ROWS_IN_A_PART: Final = 40
"""So many rows are carried out in one transaction: what dies with a worker is begun again from the part before.

Fewer than the orphan keys that would look like a main instance in trouble (``retention.orphans``)."""

MOST_BYTES: Final = 12 * 1024 * 1024
ERRORS_KEPT: Final = 5_000
"""Of a file that is wrong throughout, so many errors are kept: nobody reads more."""
T = TypeVar("T")


async def begin(tx: WriteTx, source: str, kinds: Collection[Kind], *, snapshot: bool) -> RunRow:
    """Begin an import that receives. ``snapshot``: what is known of these kinds and not told any more ends.

    FORBIDDEN for anyone but an administrator; INVALID_INPUT for a name that no source can have.
    """
    person = _administrator(tx)
    if not is_source(source):
        raise invalid("intake.source_name", "input", "source")
    if not kinds:
        raise invalid("intake.no_kinds", "input", "kinds")
    run, content = new_id(), await open_dossier(tx, "intake")
    await tx.run(
        store.INSERT_RUN,
        id=run,
        source=source,
        kinds=sorted(kind.value for kind in kinds),
        snapshot=snapshot,
        started_by=person,
        content_id=content,
    )
    _is_nobody(tx, content)
    return await store.run(tx, run)


async def receive(tx: WriteTx, run: RunRow, source: Source) -> RunRow:
    """Take in what a source tells; what it can't read is noted at its row. The run goes on receiving.

    CONFLICT when the run receives no more, or was changed meanwhile; INVALID_INPUT for what the run is not about.
    """
    _administrator(tx)
    if run.state != "receiving":
        raise conflict("intake.not_receiving")
    if not {kind.value for kind in source.kinds} <= set(run.kinds):
        raise invalid("intake.other_kind", "input", "kind")
    # Reading and hashing many rows is work; other requests go on meanwhile.
    told, errors, seen = await asyncio.to_thread(_read, tx, run.source, source)
    number = run.part_count
    for number, part in enumerate(_parts(told), start=run.part_count + 1):
        row = new_id()
        await tx.run(
            store.INSERT_PART,
            id=row,
            dossier_id=run.content,
            run_id=run.id,
            number=number,
            sealed=await tx.seal(SealLabel.INTAKE_PART, run.content, row, Part(tuple(part))),
        )
    await tx.run(
        store.INSERT_SEEN,
        run_id=run.id,
        kinds=[kind for kind, _, _ in seen],
        keys=[key for _, key, _ in seen],
        places=[place for _, _, place in seen],
    )
    await note_errors(tx, run.id, "read", errors)
    await tx.run_versioned(
        store.RECEIVE_MORE,
        id=run.id,
        parts=number - run.part_count,
        rows=len({one.place for one in told} | {one.place for one in errors}),
        unreadable=len({one.place for one in errors if one.key is None}),
        expected_version=run.version,
    )
    _is_nobody(tx, run.content)
    return await store.run(tx, run.id)


async def receive_file(tx: WriteTx, source: str, kind: Kind, content: bytes, *, snapshot: bool) -> RunRow:
    """Take in a whole file and have it checked: nothing of it is carried out before somebody says yes.

    INVALID_INPUT for a file that can't be read at all or holds no row, LIMIT_EXCEEDED for one that is too large,
    CONFLICT while another import is going on.
    """
    if len(content) > MOST_BYTES:
        raise UserError(
            ErrorCode.LIMIT_EXCEEDED,
            "intake.too_large",
            params={"allowed": MOST_BYTES // 1024 // 1024, "asked": len(content) // 1024 // 1024 + 1},
            field=("input", "content"),
        )
    read = CsvSource(kind, content)
    run = await receive(tx, await begin(tx, source, [kind], snapshot=snapshot), read)
    if not run.row_count:
        raise invalid("intake.no_rows", "input", "content")
    return await have_checked(tx, run.id, run.version)


async def have_checked(tx: WriteTx, run: UUID, expected_version: int) -> RunRow:
    """Have the worker make the plan of an import and write nothing of it. CONFLICT while another import is going on."""
    return await _move(tx, run, expected_version, "checking", ("receiving", "checked", "held"), 0)


async def have_applied(tx: WriteTx, run: UUID, expected_version: int, accepted: int = 0) -> RunRow:
    """Have the worker carry an import out, checked before or not.

    ``accepted``: how many may end of what is known and not told any more, where it is more than a few.
    CONFLICT while another import is going on, or when it was changed meanwhile.
    """
    if accepted < 0:
        raise invalid("intake.accepted_negative", "input", "acceptEndings")
    return await _move(tx, run, expected_version, "applying", ("receiving", "checked", "held"), accepted)


async def cancel(tx: WriteTx, run: UUID) -> RunRow:
    """Stop an import, whatever it is doing; what it has changed stands. Ended already, nothing changes."""
    _administrator(tx)
    row = await store.run(tx, run)
    await tx.run(store.CANCEL_RUN, id=row.id)
    return await store.run(tx, row.id)


async def note_errors(tx: WriteTx, run: UUID, phase: str, errors: Sequence[RowError]) -> None:
    """Keep what is wrong with rows: their places, and never what stood in them."""
    kept = errors[:ERRORS_KEPT]
    if kept:
        await tx.run(
            store.INSERT_ERRORS,
            run_id=run,
            phase=phase,
            ids=[new_id() for _ in kept],
            places=[one.place for one in kept],
            kinds=[one.kind.value for one in kept],
            fields=[one.field for one in kept],
            codes=[one.code for one in kept],
            alloweds=[one.allowed for one in kept],
        )


async def _move(
    tx: WriteTx, run: UUID, expected_version: int, state: str, before: Sequence[str], accepted: int
) -> RunRow:
    _administrator(tx)
    row = await store.run(tx, run)
    if row.state in before and not row.row_count:
        raise invalid("intake.no_rows", "input", "runId")
    if await tx.one(store.RUNNING) is not None:
        raise conflict("intake.busy")
    await tx.run_versioned(
        store.MOVE_RUN,
        id=row.id,
        state=state,
        accepted=accepted,
        expected_version=expected_version,
        **{"from": list(before)},
    )
    return await store.run(tx, row.id)


def _is_nobody(tx: WriteTx, content: DossierId) -> None:
    """What was brought is sealed under a dossier of no person, which not even who brought it may see again."""
    tx.touched.discard(content)


def _administrator(tx: ReadTx) -> PersonId:
    if tx.actor.capacity is not Capacity.ADMINISTRATOR:
        raise UserError(ErrorCode.FORBIDDEN)
    return tx.actor.known_person


def _read(
    tx: WriteTx, source: str, read: Source
) -> tuple[list[Told], list[RowError], list[tuple[str, bytes, int]]]:
    """Everything that a source tells, what it can't read, and of whom and what either speaks."""
    told: list[Told] = []
    errors: list[RowError] = []
    seen: list[tuple[str, bytes, int]] = []
    for one in read.read():
        if isinstance(one, RowError):
            errors.append(one)
            if one.key is not None:
                seen.append((one.kind.value, hashed(tx, source, one.kind.value, one.key), one.place))
            continue
        told.append(one)
        kind = kind_of(one.record).value
        seen.append((kind, hashed(tx, source, kind, key_of(one.record)), one.place))
        if isinstance(one.record, PersonRecord) and one.record.cpr:
            seen.append((CPR, hashed(tx, source, CPR, (one.record.cpr,)), one.place))
    return told, errors, seen


def _parts(told: Sequence[T]) -> Iterator[list[T]]:
    rest = iter(told)
    while part := list(islice(rest, ROWS_IN_A_PART)):
        yield part
