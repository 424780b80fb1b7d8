"""What ``Meeting`` and ``Child`` have of messages that did not arrive."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, computed, object_type
from services.api.graphql.undelivered.types import Undelivered, undelivered_types
from services.core.meeting.store import MeetingRow
from services.core.person.reading import Child as ChildFound
from services.core.undelivered import store


@object_type(description="What of a meeting did not reach somebody.")
class UndeliveredOfMeeting:
    """The field that ``Meeting`` has of it; no type of the schema by itself."""

    row: strawberry.Private[MeetingRow]

    @computed(
        description="Messages about it that did not reach somebody, for who answers for them.",
        personal=True,
        who=STAFF,
    )
    async def undelivered(self, info: Info) -> list[Undelivered] | None:
        """The database chooses them."""
        rows = await store.to_deal_with(info.context.tx, meeting=self.row.id)
        return undelivered_types(rows, info.context.language)


@object_type(description="What of a child's case did not reach somebody.")
class UndeliveredOfChild:
    """The field that ``Child`` has of it; no type of the schema by itself."""

    found: strawberry.Private[ChildFound]

    @computed(
        description="Messages about the case that did not reach somebody, for who answers for them.",
        personal=True,
        who=STAFF,
    )
    async def undelivered(self, info: Info) -> list[Undelivered] | None:
        """The database chooses them."""
        rows = await store.to_deal_with(info.context.tx, child=self.found.id)
        return undelivered_types(rows, info.context.language)
