"""``makeCalendarFeed``."""

from services.api.graphql.calendar_feed.types import MEMBERS, CalendarFeed, CalendarFeedPayload
from services.api.graphql.context import Info
from services.api.graphql.payloads import mutation
from services.core.calendar_feed import service


@mutation(
    description="Make a private calendar: its address shows when the viewer's meetings are. The one before ends.",
    who=MEMBERS,
)
async def make_calendar_feed(info: Info) -> CalendarFeedPayload:
    """For this capacity alone; it ends with the access that it stands on."""
    written, row = await service.make_feed(info.context.write)
    feed = CalendarFeed(made_at=row.made_at) if row.made_at else None
    return CalendarFeedPayload(feed=feed, path=f"/calendar/{written}.ics")
