"""``erasures``: certificates of what was erased, with nothing of what it was."""

from datetime import date, datetime

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, field, object_type, query
from services.core.retention import service


@object_type(description="That a record was erased. It holds nothing of what it was.")
class Erasure:
    """A certificate."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    what: str = field(description="Kind of the record.", personal=False)
    rule: str | None = field(description="The tenant's own rule.", personal=False)
    counted_from: date = field(description="The day its time was counted from.", personal=False)
    due_on: date = field(description="The first day it might be erased.", personal=False)
    erased_at: datetime | None = field(description="When rows and key were erased.", personal=False)
    key_destroyed_by: date | None = field(
        description="From this day no backup can be read either.", personal=False
    )


@query(description="Certificates of what was erased, newest first.", personal=False, who=DPO)
async def erasures(info: Info, first: First = 25, after: After = None) -> Connection[Erasure]:
    """Nothing personal is in them."""
    page = page_of("erasures", first, after)
    rows = await service.certificates(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.erased_at.isoformat(), str(row.id)))
    nodes = [
        (
            Erasure(
                id=strawberry.ID(str(row.id)),
                what=row.record,
                rule=row.rule,
                counted_from=row.counted_from,
                due_on=row.due_on,
                erased_at=row.erased_at,
                key_destroyed_by=row.backups_gone_on,
            ),
            cursor,
        )
        for row, cursor in kept
    ]
    return connection((nodes, more))
