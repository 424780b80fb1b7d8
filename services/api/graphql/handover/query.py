"""``handoversReceived``."""

from services.api.graphql.connections import After, Connection, First, connection, from_list, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, query
from services.api.graphql.handover.types import Handover, handover_type
from services.core.handover import store


@query(
    description="What is handed over to the viewer, or to where they work; what waits comes first.",
    personal=True,
    who=STAFF,
)
async def handovers_received(info: Info, first: First = 25, after: After = None) -> Connection[Handover]:
    """SL-31: its content once it is taken on, and nothing else of the child."""
    page = page_of("handoversReceived", first, after)
    kept, more = from_list(page, await store.addressed(info.context.tx), lambda row: str(row.id))
    return connection(([(handover_type(row), cursor) for row, cursor in kept], more))
