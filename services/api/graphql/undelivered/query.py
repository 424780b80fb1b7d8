"""``undelivered``, ``undeliveredInOffice`` and ``undeliveredCounts``."""

from services.api.graphql.connections import (
    After,
    Connection,
    First,
    connection,
    from_list,
    from_query,
    page_of,
)
from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, DPO, STAFF, query
from services.api.graphql.undelivered.types import (
    Undelivered,
    UndeliveredCount,
    UndeliveredInOffice,
    UndeliveredSettled,
    count_type,
    office_type,
    settled_type,
    undelivered_types,
)
from services.core.undelivered import store


@query(
    description="Messages that did not reach somebody and that the viewer answers for, the oldest first.",
    personal=True,
    who=STAFF,
)
async def undelivered(info: Info, first: First = 25, after: After = None) -> Connection[Undelivered]:
    """The database chooses them: those of children the viewer sees, whom nobody else has to tell."""
    page = page_of("undelivered", first, after)
    kept, more = from_list(page, await store.to_deal_with(info.context.tx), lambda row: str(row.id))
    shown = undelivered_types([row for row, _ in kept], info.context.language)
    return connection(([(one, cursor) for one, (_, cursor) in zip(shown, kept, strict=True)], more))


@query(
    description="What was settled of such messages in the last 90 days, by the viewer or others who answered for them, the "
    "newest first.",
    personal=True,
    who=STAFF,
)
async def undelivered_settled(
    info: Info, first: First = 25, after: After = None
) -> Connection[UndeliveredSettled]:
    """The database chooses them, as it does those that wait."""
    page = page_of("undeliveredSettled", first, after)
    kept, more = from_list(page, await store.settled(info.context.tx), lambda row: str(row.id))
    return connection(([(settled_type(row, info.context.language), at) for row, at in kept], more))


@query(
    description="The municipality's messages that did not reach somebody, newest first, without names of families.",
    personal=True,
    who=ADMINISTRATORS | DPO,
)
async def undelivered_in_office(
    info: Info, first: First = 25, after: After = None
) -> Connection[UndeliveredInOffice]:
    """For who runs the system and who watches over its data."""
    page = page_of("undeliveredInOffice", first, after)
    rows = await store.in_office(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.failed_at.isoformat(), str(row.id)))
    return connection(([(office_type(row, info.context.language), cursor) for row, cursor in kept], more))


@query(
    description="How many messages did not reach somebody, by channel and reason, the most first.",
    personal=False,
    who=ADMINISTRATORS | DPO,
)
async def undelivered_counts(info: Info) -> list[UndeliveredCount]:
    """Numbers alone."""
    return [count_type(row, info.context.language) for row in await store.counts(info.context.tx)]
