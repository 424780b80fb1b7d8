"""``underretning`` and ``underretninger``: those that the viewer may see."""

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_list, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, query
from services.api.graphql.ids import read_id
from services.api.graphql.underretning.types import Underretning, underretning_type
from services.core.underretning import store


@query(description="One underretning.", personal=True, who=STAFF)
async def underretning(info: Info, id: strawberry.ID) -> Underretning | None:
    """For its writer, its reader, the leader of the unit and the adviser."""
    return underretning_type(await store.underretning(info.context.tx, read_id(id)))


@query(description="Every underretning the viewer may see, newest first.", personal=True, who=STAFF)
async def underretninger(info: Info, first: First = 25, after: After = None) -> Connection[Underretning]:
    """Those one wrote, is asked to read, leads or advises on."""
    page = page_of("underretninger", first, after)
    kept, more = from_list(page, await store.all_seen(info.context.tx), lambda row: str(row.id))
    return connection(([(underretning_type(row), cursor) for row, cursor in kept], more))
