"""``busyTimes``, and what a change of them answers."""

from datetime import datetime
from enum import Enum

from services.api.graphql.connections import After, Connection, First, connection, from_query, page_of
from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.scheduling import busy
from services.core.scheduling.store import BusyRow


class BusySource(Enum):
    """Who told a busy time."""

    FILE = "file"
    SYSTEM = "system"


enum_type(
    BusySource,
    description="Who told a busy time.",
    values={"FILE": "The professional, with a calendar file.", "SYSTEM": "The municipality's calendar."},
)


@object_type(description="When the viewer is busy. There is nothing more to know of it than the two times.")
class BusyTime:
    """A busy time."""

    starts_at: datetime = field(description="From when.", personal=True)
    ends_at: datetime = field(description="Until when.", personal=True)
    source: BusySource = field(description="Who told it.", personal=True)
    told_at: datetime = field(description="When it was told.", personal=True)


@object_type(
    description="What is kept of the viewer's busy times after the change, or why nothing was changed."
)
class BusyTimesPayload:
    """Changed busy times."""

    kept: int | None = field(
        description="How many intervals are kept of the file.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()


@query(
    description="When the viewer is busy, by what they or the municipality's calendar told; the first one first.",
    personal=True,
    who=STAFF,
)
async def busy_times(info: Info, first: First = 25, after: After = None) -> Connection[BusyTime]:
    """One's own alone; nobody else can ask for it."""
    page = page_of("busyTimes", first, after)
    rows = await busy.own_busy(info.context.tx, page.fetch, page.after_moment)
    kept, more = from_query(page, rows, lambda row: (row.starts_at.isoformat(), str(row.id)))
    return connection(([(_busy_time(row), cursor) for row, cursor in kept], more))


def _busy_time(row: BusyRow) -> BusyTime:
    return BusyTime(
        starts_at=row.starts_at, ends_at=row.ends_at, source=BusySource(row.source), told_at=row.told_at
    )
