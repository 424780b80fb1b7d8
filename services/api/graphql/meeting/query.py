"""``meetings`` and ``meeting``."""

from enum import Enum
from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import query
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.types import Meeting, meeting_type
from services.core.meeting import store


class MeetingWindow(Enum):
    """Which meetings by time."""

    UPCOMING = "upcoming"
    PAST = "past"
    ALL = "all"


enum_type(
    MeetingWindow,
    description="Which meetings by time.",
    values={"UPCOMING": "Not ended yet.", "PAST": "Ended.", "ALL": "Both."},
)


@query(description="The viewer's own meetings by time; a family's are all of its children's.", personal=True)
async def meetings(
    info: Info,
    when: Annotated[
        MeetingWindow, strawberry.argument(description="Which by time.")
    ] = MeetingWindow.UPCOMING,
    first: First = 25,
    after: After = None,
) -> Connection[Meeting]:
    """Those they take part in, convene or chair."""
    page = page_of(f"meetings.{when.value}", first, after)
    now = info.context.now
    rows = await store.meetings_page(
        info.context.tx,
        from_at=now if when is MeetingWindow.UPCOMING else None,
        until_at=now if when is MeetingWindow.PAST else None,
        after=page.after_moment,
        limit=page.fetch,
    )
    kept, more = from_query(page, rows, lambda row: (row.starts_at.isoformat(), str(row.id)))
    return connection(([(meeting_type(row), cursor) for row, cursor in kept], more))


@query(description="One meeting. Absent and another's answer alike.", personal=True)
async def meeting(
    info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The meeting.")]
) -> Meeting | None:
    """A meeting the viewer may see."""
    return meeting_type(await store.meeting(info.context.tx, read_id(id)))
