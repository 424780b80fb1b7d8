"""Rows of imports, as administrators and the worker see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.core.db.queries import Queries
from services.core.db.tx import ReadTx
from services.core.errors import not_found
from services.core.identity import DossierId, PersonId

_SQL = Queries(__file__)


@dataclass(frozen=True, slots=True)
class RunRow:
    """An import. Times are business time; ``row_done`` counts in the present phase; ``content_id`` is the sealed content's."""

    id: UUID
    source: str
    kinds: list[str]
    snapshot: bool
    state: str
    started_by: PersonId
    started_at: datetime
    ended_at: datetime | None
    content_id: DossierId | None
    row_count: int
    row_done: int
    part_count: int
    part_done: int
    unreadable: int
    missing: int | None
    accepted: int
    begun: bool
    failures: int
    version: int

    @property
    def phase(self) -> str:
        """Which of the two its rows are going through, or went through last."""
        return "apply" if self.state == "applying" else "check"

    @property
    def content(self) -> DossierId:
        """The dossier its content is sealed under; raises ``LookupError`` when it is gone."""
        if self.content_id is None:
            raise LookupError("the content of this import is gone")
        return self.content_id


@dataclass(frozen=True, slots=True)
class RunId:
    """An import, by its id."""

    id: UUID


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """What is wrong with a row."""

    id: UUID
    phase: str
    place: int
    kind: str
    field: str
    code: str
    allowed: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What a row changes: field by field, from what to what; what an administrator may not see is masked."""

    id: UUID
    place: int
    kind: str
    action: str
    fields: list[str]
    before: list[str]
    after: list[str]


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many records of a kind were changed in a way."""

    phase: str
    kind: str
    action: str
    number: int


INSERT_RUN = _SQL.command("insert_run")
FIND_RUN = _SQL.rows("find_run", RunRow)
LIST_RUNS = _SQL.rows("list_runs", RunRow)
RUNNING = _SQL.rows("running", RunId)
RECEIVE_MORE = _SQL.command("receive_more")
MOVE_RUN = _SQL.command("move_run")
CANCEL_RUN = _SQL.command("cancel_run")
INSERT_PART = _SQL.command("insert_part")
INSERT_SEEN = _SQL.command("insert_seen")
INSERT_ERRORS = _SQL.command("insert_errors")
LIST_ERRORS = _SQL.rows("list_errors", ErrorRow)
LIST_CHANGES = _SQL.rows("list_changes", ChangeRow)
LIST_COUNTS = _SQL.rows("list_counts", CountRow)


async def run(tx: ReadTx, run_id: UUID) -> RunRow:
    """One import; NOT_FOUND for an absent or foreign one alike."""
    found = await tx.one(FIND_RUN, id=run_id)
    if found is None:
        raise not_found()
    return found


async def runs(tx: ReadTx, limit: int, before: tuple[datetime, UUID] | None) -> list[RunRow]:
    """Imports, newest first, after a place in that order."""
    moment, id_ = before or (None, None)
    return await tx.many(LIST_RUNS, before=moment, before_id=id_, limit=limit)


async def errors(
    tx: ReadTx, run_id: UUID, phases: Sequence[str], limit: int, after: tuple[int, UUID] | None
) -> list[ErrorRow]:
    """What is wrong with rows, in their order."""
    place, id_ = after or (None, None)
    return await tx.many(
        LIST_ERRORS, run_id=run_id, phases=list(phases), limit=limit, after_place=place, after_id=id_
    )


async def changes(
    tx: ReadTx, run_id: UUID, phase: str, limit: int, after: tuple[int, UUID] | None
) -> list[ChangeRow]:
    """What rows change, in their order."""
    place, id_ = after or (None, None)
    return await tx.many(
        LIST_CHANGES, run_id=run_id, phase=phase, limit=limit, after_place=place, after_id=id_
    )


async def counts(tx: ReadTx, run_id: UUID) -> list[CountRow]:
    """What it did or would do, in numbers."""
    return await tx.many(LIST_COUNTS, run_id=run_id)
