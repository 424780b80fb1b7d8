"""A noun that exists in these tests alone: it writes to a table of the test's own database, and fails on demand."""

import asyncio
from dataclasses import dataclass
from uuid import UUID, uuid4

import asyncpg
import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, LEADERS, field, input_field, input_type, object_type, query
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.db.queries import Query
from services.core.errors import ErrorCode, UserError, invalid, not_found
from services.core.identity import DossierId

TABLE = """
create table rundbord.scratch (tenant_id uuid not null, id uuid primary key, dossier_id uuid, note text unique);
grant select, insert on rundbord.scratch to rundbord_family, rundbord_unit;
"""


@dataclass(frozen=True)
class Row:
    id: UUID
    dossier_id: UUID | None
    note: str


ADD = Query(
    "add",
    "Add a note.",
    "insert into rundbord.scratch values (rundbord.current_tenant(), $1, $2, $3)",
    ("id", "dossier_id", "note"),
    type(None),
)
NOTES = Query(
    "notes", "All notes.", "select id, dossier_id, note from rundbord.scratch order by note", (), Row
)
SLEEP = Query("sleep", "Take long.", "select 1 as id from pg_sleep(30)", (), Row)
NONSENSE = Query("nonsense", "Fail.", "select 'Peter Hansen'::int as id", (), Row)


@object_type(description="A note.")
class Note:
    text: str = field(description="What it says.", personal=True)

    @field(description="For leaders only, and can be null.", personal=True, who=LEADERS)
    async def remark(self) -> str | None:
        return "seen by leaders"

    @field(description="Fails.", personal=False)
    async def broken(self, info: Info) -> str | None:
        await info.context.tx.many(NONSENSE)
        return "never"


@query(description="The notes.", personal=True)
async def notes(info: Info) -> list[Note]:
    return [Note(text=row.note) for row in await info.context.tx.many(NOTES)]


@query(description="None of them exists.", personal=True)
async def note(info: Info, id: strawberry.ID) -> Note | None:
    raise not_found()


@query(description="Takes long.", personal=False)
async def slow(info: Info) -> int | None:
    await info.context.tx.many(SLEEP)
    return 1


@query(description="Fails beside another field.", personal=False)
async def broken(info: Info) -> int | None:
    await info.context.tx.many(NONSENSE)
    return 1


@query(description="For families.", personal=False, who=FAMILY)
async def family_only(info: Info) -> str:
    return "family"


@input_type(description="A note to add.")
class AddNoteInput:
    text: str = input_field(description="What it says.")
    then: str | None = input_field(description="How it goes on after it was written.", default=None)


@object_type(description="What became of it.")
class AddNotePayload:
    note: Note | None = field(description="The note.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(description="Add a note, then perhaps fail.")
async def add_note(info: Info, input: AddNoteInput) -> AddNotePayload:
    tx = info.context.write
    mine = DossierId(UUID(input.then[6:])) if input.then and input.then.startswith("touch:") else None
    await tx.run(ADD, id=uuid4(), dossier_id=mine, note=input.text)
    match input.then:
        case "invalid":
            raise invalid("error.invalid_input", "starts_at")
        case "rule":
            raise UserError(ErrorCode.RULE_BLOCKED, rule_id="RA-11", legal_basis="BL § 1")
        case "unavailable":
            raise UserError(ErrorCode.UNAVAILABLE)
        case "crash":
            raise ValueError("Peter Hansen, 010203-1234")
        case "conflict":
            raise asyncpg.SerializationError
        case "slow":
            await asyncio.sleep(1)
    return AddNotePayload(note=Note(text=input.text))


@mutation(description="Only leaders may.", who=LEADERS)
async def lead_note(info: Info, input: AddNoteInput) -> AddNotePayload:
    return AddNotePayload(note=Note(text=input.text))


QUERIES = (notes, note, slow, broken, family_only)
MUTATIONS = (add_note, lead_note)
