"""``Intake``: an import, how far it is, and what it does, in numbers and in words an administrator may read."""

from datetime import datetime
from enum import Enum
from uuid import UUID

import strawberry

from services.api.graphql.connections import After, Connection, First, Page, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import computed, field, object_type
from services.api.graphql.people.types import Staff, one_staff
from services.core.errors import invalid, say
from services.core.intake import store
from services.core.intake.columns import COLUMNS, heading_of
from services.core.intake.records import Kind
from services.core.intake.store import ChangeRow, CountRow, ErrorRow, RunRow

enum_type(
    Kind,
    name="IntakeKind",
    description="What a record is about, in the order in which a system should tell.",
    values={
        "UNIT": "A place of the municipality.",
        "STAFF": "A professional.",
        "PERSON": "A child or young person, or an adult of a family.",
        "EMPLOYMENT": "A professional's work at a place.",
        "ENROLMENT": "A child's belonging to a place.",
        "CUSTODY": "Custody of a child, by one holder.",
        "RELATION": "A professional's standing relation to a child.",
        "PROTECTION": "That a person's name or address is protected.",
        "DEATH": "That somebody has died.",
        "MOVE": "That a child moves out of the municipality.",
    },
)


class IntakeState(Enum):
    """How far an import is."""

    RECEIVING = "receiving"
    CHECKING = "checking"
    CHECKED = "checked"
    APPLYING = "applying"
    HELD = "held"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


enum_type(
    IntakeState,
    description="How far an import is.",
    values={
        "RECEIVING": "It takes in records.",
        "CHECKING": "Its plan is being made; nothing is changed.",
        "CHECKED": "Its plan is made, and waits for a yes.",
        "APPLYING": "It is being carried out.",
        "HELD": "Nothing was carried out: more would end than may without a yes.",
        "DONE": "It is carried out.",
        "CANCELLED": "It was stopped; what it had changed stands.",
        "FAILED": "It failed again and again as a whole; what it had changed stands.",
    },
)


class IntakeAction(Enum):
    """What becomes of a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"
    ENDED = "ended"
    RELEASED = "released"


enum_type(
    IntakeAction,
    description="What becomes of a record.",
    values={
        "NEW": "It was not known.",
        "CHANGED": "Something of it was known otherwise.",
        "SAME": "All of it was known: nothing changes.",
        "WRONG": "Something is wrong with its row: nothing of the row is carried out.",
        "ENDED": "It is not told any more, and ends.",
        "RELEASED": "It is not told any more, and stays as it is.",
    },
)


@object_type(description="How many records of a kind something becomes of.")
class IntakeCount:
    """A number of an import."""

    checked: bool = field(description="Whether it is of the check; else of the carrying out.", personal=False)
    kind: Kind = field(description="What the records are about.", personal=False)
    action: IntakeAction = field(description="What becomes of them.", personal=False)
    number: int = field(description="How many.", personal=False)


@object_type(description="Something that is wrong with a row. What stood there is never said.")
class IntakeError:
    """An error at a row."""

    row: int = field(
        description="The row: the heading is row 1. Of records told: its number.", personal=False
    )
    kind: Kind = field(description="What the row is about.", personal=False)
    column: str | None = field(
        description="The column, in the session's language; null: the row as a whole.", personal=False
    )
    code: str = field(description="What is wrong; stable.", personal=False)
    message: str = field(description="What is wrong, and what would be right, in words.", personal=False)


@object_type(description="One field that a row changes.")
class IntakeField:
    """A field of a change."""

    column: str = field(description="Which, in the session's language.", personal=False)
    before: str = field(description="What stood there; masked for all but places and staff.", personal=True)
    after: str = field(
        description="What will stand there; masked for all but places and staff.", personal=True
    )


@object_type(description="What a row changes.")
class IntakeChange:
    """A change."""

    row: int | None = field(description="The row; null for what is not told any more.", personal=False)
    kind: Kind = field(description="What it is about.", personal=False)
    action: IntakeAction = field(description="What becomes of it.", personal=False)
    fields: list[IntakeField] = field(description="Field by field.", personal=False)


@object_type(description="An import from one of the municipality's own systems.")
class Intake:
    """An import."""

    run: strawberry.Private[RunRow]
    id: strawberry.ID = field(description="Its id.", personal=False)
    source: str = field(description="The system it comes from.", personal=False)
    kinds: list[Kind] = field(description="What it is about.", personal=False)
    snapshot: bool = field(
        description="Whether the source tells all that it has: what is missing ends.", personal=False
    )
    state: IntakeState = field(description="How far it is.", personal=False)
    started_at: datetime = field(description="When it was begun.", personal=False)
    ended_at: datetime | None = field(description="When it ended.", personal=False)
    row_count: int = field(description="How many rows it has.", personal=False)
    rows_done: int = field(
        description="How many of them were gone through, in this check or carrying out.", personal=False
    )
    unreadable: int = field(
        description="Rows of which nobody can say whom they are about. With any, nothing that is missing ends.",
        personal=False,
    )
    missing: int | None = field(
        description="How much is known of the source and not told any more; null where that does not end.",
        personal=False,
    )
    version: int = field(description="For `expectedVersion`.", personal=False)

    @computed(description="Who began it.", personal=True)
    async def started_by(self, info: Info) -> Staff | None:
        """An administrator."""
        return await one_staff(info, self.run.started_by)

    @computed(description="What it does, in numbers.", personal=False)
    async def counts(self, info: Info) -> list[IntakeCount]:
        """Of the check and of the carrying out."""
        return [_count(row) for row in await store.counts(info.context.tx, self.run.id)]

    @computed(description="What is wrong with its rows, in their order.", personal=False)
    async def row_errors(self, info: Info, first: First = 25, after: After = None) -> Connection[IntakeError]:
        """Those that could not be read, and those of the carrying out, or of the check before it."""
        page = page_of("intakeErrors", first, after)
        phases = ("read", _phase(self.run))
        rows = await store.errors(info.context.tx, self.run.id, phases, page.fetch, _place(page))
        kept, more = from_query(page, rows, lambda row: (str(row.place), str(row.id)))
        return connection(([(_error(row, info.context.language), at) for row, at in kept], more))

    @computed(description="What its rows change, in their order.", personal=False)
    async def changes(self, info: Info, first: First = 25, after: After = None) -> Connection[IntakeChange]:
        """Those of the carrying out, or of the check before it."""
        page = page_of("intakeChanges", first, after)
        rows = await store.changes(info.context.tx, self.run.id, _phase(self.run), page.fetch, _place(page))
        kept, more = from_query(page, rows, lambda row: (str(row.place), str(row.id)))
        return connection(([(_change(row, info.context.language), at) for row, at in kept], more))


@object_type(description="A column that a file about a kind may have.")
class IntakeColumn:
    """A column of a file."""

    name: str = field(
        description="Its heading, in the session's language; the other language's does too.", personal=False
    )
    required: bool = field(description="Whether each row must fill it.", personal=False)


@object_type(description="What a file about a kind of record may say.")
class IntakeColumns:
    """The columns of a kind."""

    kind: Kind = field(description="What the rows are about.", personal=False)
    columns: list[IntakeColumn] = field(description="In any order, and none twice.", personal=False)


def columns_type(language: str) -> list[IntakeColumns]:
    """Every kind with its columns, in the order in which a system should tell."""
    return [
        IntakeColumns(
            kind=kind,
            columns=[
                IntakeColumn(name=heading_of(kind, one.field, language), required=one.required)
                for one in COLUMNS[kind]
            ],
        )
        for kind in Kind
    ]


def intake_type(run: RunRow) -> Intake:
    """An import as the schema answers it. Only administrators are answered one."""
    return Intake(
        run=run,
        id=strawberry.ID(str(run.id)),
        source=run.source,
        kinds=[Kind(kind) for kind in run.kinds],
        snapshot=run.snapshot,
        state=IntakeState(run.state),
        started_at=run.started_at,
        ended_at=run.ended_at,
        row_count=run.row_count,
        # Rows that could not be read have no part to stand in; at the end they too are through.
        rows_done=run.row_count if run.state in ("checked", "done") else min(run.row_done, run.row_count),
        unreadable=run.unreadable,
        missing=run.missing,
        version=run.version,
    )


def _phase(run: RunRow) -> str:
    return "apply" if run.state in ("applying", "done", "failed") else "check"


def _place(page: Page) -> tuple[int, UUID] | None:
    if page.after is None:
        return None
    try:
        place, row = page.after
        return int(place), UUID(row)
    except ValueError:
        raise invalid("request.cursor_unknown", "after") from None


def _count(row: CountRow) -> IntakeCount:
    return IntakeCount(
        checked=row.phase == "check", kind=Kind(row.kind), action=IntakeAction(row.action), number=row.number
    )


def _error(row: ErrorRow, language: str) -> IntakeError:
    kind = Kind(row.kind)
    return IntakeError(
        row=row.place,
        kind=kind,
        column=heading_of(kind, row.field, language) if row.field else None,
        code=row.code,
        message=say(f"intake.{row.code}", language, {"allowed": row.allowed}),
    )


def _change(row: ChangeRow, language: str) -> IntakeChange:
    kind = Kind(row.kind)
    return IntakeChange(
        row=row.place or None,
        kind=kind,
        action=IntakeAction(row.action),
        fields=[
            IntakeField(column=heading_of(kind, name, language), before=before, after=after)
            for name, before, after in zip(row.fields, row.before, row.after, strict=True)
        ],
    )
