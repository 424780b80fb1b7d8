"""``accessRequests`` and ``accessRequest``."""

import strawberry

from services.api.graphql.access_request.types import AccessRequest, request_type
from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, FAMILY, query
from services.api.graphql.ids import read_id
from services.core.access_request import store


@query(
    description="Requests for access and correction, newest first: one's own, or all for who answers them.",
    personal=True,
    who=FAMILY | DPO,
)
async def access_requests(info: Info, first: First = 25, after: After = None) -> Connection[AccessRequest]:
    """The database chooses the rows."""
    page = page_of("accessRequests", first, after)
    rows = await store.requests(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.asked_at.isoformat(), str(row.id)))
    return connection(([(request_type(info, row), cursor) for row, cursor in kept], more))


@query(description="One request for access or correction.", personal=True, who=FAMILY | DPO)
async def access_request(info: Info, id: strawberry.ID) -> AccessRequest | None:
    """For who asked and the data protection officer."""
    return request_type(info, await store.request(info.context.tx, read_id(id)))
