"""``setVideoLink``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import store, video


@input_type(description="Where a meeting is joined by video.")
class SetVideoLinkInput:
    """An address."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    video_url: str | None = input_field(
        description="The `https` address; null or empty takes it away.", default=None
    )


@mutation(
    description="Set where a meeting is joined by video. It stands in no mail, SMS, letter or calendar.",
    who=STAFF,
)
async def set_video_link(info: Info, input: SetVideoLinkInput) -> MeetingPayload:
    """By who leads the meeting, while it is still to be held."""
    tx = info.context.write
    row = await store.meeting(tx, read_id(input.meeting_id))
    await video.set_video(tx, row, input.video_url or "")
    return MeetingPayload(meeting=meeting_type(row))
