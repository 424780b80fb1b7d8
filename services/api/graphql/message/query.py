"""``messages``: the viewer's inbox."""

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.fields import query
from services.api.graphql.message.types import Message, message_type
from services.core.message.service import list_inbox


@query(
    description="The viewer's inbox, newest first. A message about what can no longer be seen is gone.",
    personal=True,
)
async def messages(info: Info, first: First = 25, after: After = None) -> Connection[Message]:
    """The portal's own channel."""
    page = page_of("messages", first, after)
    before = page.after_moment
    rows = await list_inbox(info.context.tx, page.fetch, before)
    kept, more = from_query(page, rows, lambda row: (row.arrived_at.isoformat(), str(row.id)))
    return connection(([(message_type(row, info.context.language), cursor) for row, cursor in kept], more))
