"""``recordPerspective``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.perspective import Whose
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import recording, store


@input_type(description="A perspective, or the attempts at it.")
class RecordPerspectiveInput:
    """A perspective."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    whose: Whose = input_field(description="Whose it is.")
    obtained: bool = input_field(description="Whether it was obtained.")
    how: str | None = input_field(description="How, for example told to a teacher.", default=None)
    text: str | None = input_field(description="In their own words.", default=None)
    attempts: str | None = input_field(
        description="What was tried, and why it did not succeed.", default=None
    )
    for_parents: bool = input_field(
        description="Of a child's words: the parents may read them. Not unless it is said (Barnets lov §5).",
        default=False,
    )


@mutation(description="Record the child's or a parent's perspective, or the attempts at it.")
async def record_perspective(info: Info, input: RecordPerspectiveInput) -> MeetingPayload:
    """Earlier ones stay as they are. A family records its own."""
    meeting = read_id(input.meeting_id)
    await recording.record_perspective(
        info.context.write,
        recording.RecordPerspective(
            meeting,
            input.whose.value,
            input.obtained,
            input.how or "",
            input.text or "",
            input.attempts or "",
            input.for_parents,
        ),
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, meeting)))
