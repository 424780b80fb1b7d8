"""``calendarFeed``, and what a calendar keeps of one meeting."""

from typing import Annotated

import strawberry

from services.api.graphql.calendar_feed.types import MEMBERS, CalendarEntry, CalendarFeed, calendar_entry
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, query
from services.api.graphql.ids import read_id
from services.core.calendar_feed import service


@query(description="The viewer's private calendar; null where there is none.", personal=True, who=MEMBERS)
async def calendar_feed(info: Info) -> CalendarFeed | None:
    """That there is one, and never its address."""
    made_at = await service.own_feed(info.context.tx)
    return CalendarFeed(made_at=made_at) if made_at else None


@query(description="A meeting for the viewer's calendar.", personal=True, who=MEMBERS)
async def meeting_entry(
    info: Info, meeting_id: Annotated[strawberry.ID, strawberry.argument(description="The meeting.")]
) -> CalendarEntry:
    """NOT_FOUND for an absent or foreign one alike."""
    return calendar_entry(info, await service.meeting(info.context.tx, read_id(meeting_id)))


@query(description="A meeting about nobody named, for the viewer's calendar.", personal=True, who=STAFF)
async def consultation_entry(
    info: Info,
    consultation_id: Annotated[strawberry.ID, strawberry.argument(description="The meeting.")],
) -> CalendarEntry:
    """NOT_FOUND for an absent or foreign one alike."""
    return calendar_entry(info, await service.consultation(info.context.tx, read_id(consultation_id)))
