"""``holdMeeting``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import recording


@input_type(description="That a meeting takes place, and who is there.")
class HoldMeetingInput:
    """A meeting taking place."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    attended: list[strawberry.ID] = input_field(description="Ids of the participants who are there.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Record that a meeting takes place, with who is there.", who=STAFF)
async def hold_meeting(info: Info, input: HoldMeetingInput) -> MeetingPayload:
    """Where holding it takes a consent, it must stand."""
    row = await recording.hold_meeting(
        info.context.write,
        read_id(input.meeting_id),
        [read_id(one) for one in input.attended],
        input.expected_version,
    )
    return MeetingPayload(meeting=meeting_type(row))
