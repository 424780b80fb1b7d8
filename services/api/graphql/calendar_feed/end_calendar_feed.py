"""``endCalendarFeed``."""

from services.api.graphql.calendar_feed.types import MEMBERS, CalendarFeedPayload
from services.api.graphql.context import Info
from services.api.graphql.payloads import mutation
from services.core.calendar_feed import service


@mutation(description="End the viewer's private calendar, at once.", who=MEMBERS)
async def end_calendar_feed(info: Info) -> CalendarFeedPayload:
    """Its address answers from then on as one that never was."""
    await service.end_feed(info.context.write)
    return CalendarFeedPayload()
