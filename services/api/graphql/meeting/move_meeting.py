"""``moveMeeting``."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import rescheduling, video


@input_type(description="Another time for a meeting.")
class MoveMeetingInput:
    """Another time."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    starts_at: datetime = input_field(description="When it is to begin; it keeps its length.")
    reason: str | None = input_field(
        description="Why, where the new time is too late for something.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")
    together: bool = input_field(
        description="Move the meetings it is held together with too, all or none; else it is held alone.",
        default=False,
    )
    video_url: str | None = input_field(
        description="Where it is joined by video from now on; null: as before, empty: nowhere.", default=None
    )


@mutation(description="Move a meeting: answers are asked for again, deadlines counted anew.", who=STAFF)
async def move_meeting(info: Info, input: MoveMeetingInput) -> MeetingPayload:
    """What was planned for the old time is taken back."""
    row = await rescheduling.move_meeting(
        info.context.write,
        read_id(input.meeting_id),
        input.starts_at,
        input.expected_version,
        input.reason or "",
        together=input.together,
    )
    if input.video_url is not None:
        await video.set_video(info.context.write, row, input.video_url)
    return MeetingPayload(meeting=meeting_type(row))
