"""Whether a parent still sees the child when its meeting is held: custody ends with the day somebody is 18, or before it."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, computed, object_type
from services.core.calendar.instants import local_day
from services.core.meeting.store import MeetingRow
from services.core.person import reading


@object_type(description="A meeting that may lie after the viewer's custody.")
class OutlastingMeeting:
    """The field that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="The Danish day from which a parent sees the child no more, where the meeting begins on it or "
        "later; null otherwise.",
        personal=True,
        who=FAMILY,
    )
    async def sight_ends_on(self, info: Info) -> date | None:
        """By the custody that is valid now. Of a family everybody reads their own alone."""
        child = await info.context.once(
            f"child-of:{self.row.dossier_id}",
            lambda: reading.child_of_casework(info.context.tx, self.row.dossier_id),
        )
        held = [] if child is None else await reading.holders(info.context.tx, child.id)
        ends = max(
            (one.valid_until for one in held if one.person_id == info.context.actor.person), default=None
        )
        return local_day(ends) if ends is not None and ends <= self.row.starts_at else None
