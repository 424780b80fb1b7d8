"""``CalendarFeed``, an address by which a calendar program reads when the viewer's meetings are; one meeting's entry."""

from datetime import datetime
from typing import Final

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.calendar.events import Entry

MEMBERS: Final = FAMILY | STAFF
"""Those who come to meetings."""


@object_type(description="A private calendar of the viewer's, in this capacity alone.")
class CalendarFeed:
    """A private calendar."""

    made_at: datetime = field(description="Since when.", personal=True)


@object_type(description="The private calendar after the change, or why nothing was changed.")
class CalendarFeedPayload:
    """A changed private calendar."""

    feed: CalendarFeed | None = field(
        description="As it is now; null where there is none.", personal=True, default=None
    )
    path: str | None = field(
        description="The path of its address, told this once: whoever has it can read the calendar.",
        personal=True,
        default=None,
    )
    errors: list[UserErrorType] = errors_field()


@object_type(description="What a calendar keeps of a meeting: when it is, and nothing of what it is about.")
class CalendarEntry:
    """A meeting in a calendar."""

    id: strawberry.ID = field(description="The meeting's id, and the entry's.", personal=False)
    starts_at: datetime = field(description="When it begins.", personal=True)
    ends_at: datetime = field(description="When it ends.", personal=True)
    sequence: int = field(description="How often it was moved or cancelled.", personal=True)
    cancelled: bool = field(description="Whether it is not held.", personal=True)
    preliminary: bool = field(
        description="Whether its circle is being asked when it suits: the time is not settled.", personal=True
    )
    path: str = field(description="The path of its page.", personal=False)
    at: datetime = field(description="When this was asked, in business time.", personal=False)


def calendar_entry(info: Info, entry: Entry) -> CalendarEntry:
    """An entry as the schema answers it."""
    return CalendarEntry(
        id=strawberry.ID(str(entry.id)),
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        sequence=entry.sequence,
        cancelled=entry.cancelled,
        preliminary=entry.preliminary,
        path=entry.path,
        at=info.context.now,
    )
