"""``cancelMeeting``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import rescheduling


@input_type(description="A meeting to cancel.")
class CancelMeetingInput:
    """A meeting to cancel."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    reason: str = input_field(description="Why it is not held.")
    expected_version: int = input_field(description="The `version` you saw.")
    together: bool = input_field(
        description="Cancel the meetings it is held together with too, all or none.", default=False
    )


@mutation(description="Cancel a meeting; the circle is told, what was planned is undone.", who=STAFF)
async def cancel_meeting(info: Info, input: CancelMeetingInput) -> MeetingPayload:
    """Participants whose access rested on it lose it."""
    row = await rescheduling.cancel_meeting(
        info.context.write,
        read_id(input.meeting_id),
        input.reason,
        input.expected_version,
        together=input.together,
    )
    return MeetingPayload(meeting=meeting_type(row))
