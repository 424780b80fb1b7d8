"""``intakes`` and ``intake``: imports and how far they are."""

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, query
from services.api.graphql.ids import read_id
from services.api.graphql.intake.types import Intake, IntakeColumns, columns_type, intake_type
from services.core.intake import store


@query(description="Every import, newest first.", personal=False, who=ADMINISTRATORS)
async def intakes(info: Info, first: First = 25, after: After = None) -> Connection[Intake]:
    """Kept for a year after they have ended."""
    page = page_of("intakes", first, after)
    rows = await store.runs(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.started_at.isoformat(), str(row.id)))
    return connection(([(intake_type(row), cursor) for row, cursor in kept], more))


@query(description="What files of each kind may say.", personal=False, who=ADMINISTRATORS)
async def intake_columns(info: Info) -> list[IntakeColumns]:
    """The same in every municipality; what is a key of the model is the municipality's own."""
    return columns_type(info.context.language)


@query(description="One import: how far it is, and what it does.", personal=False, who=ADMINISTRATORS)
async def intake(info: Info, id: strawberry.ID) -> Intake | None:
    """Of this municipality."""
    return intake_type(await store.run(info.context.tx, read_id(id)))
