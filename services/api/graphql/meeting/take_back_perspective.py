"""``takeBackPerspective``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import store
from services.core.perspective import recording


@input_type(description="A perspective to take back.")
class TakeBackPerspectiveInput:
    """Which."""

    perspective_id: strawberry.ID = input_field(description="The perspective, its newest version.")


@mutation(description="Take back a perspective before the meeting, by whose it is or who wrote it down.")
async def take_back_perspective(info: Info, input: TakeBackPerspectiveInput) -> MeetingPayload:
    """With all its versions: nobody else can read it from then on."""
    row = await recording.take_back(info.context.write, read_id(input.perspective_id))
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, row.meeting_id)))
