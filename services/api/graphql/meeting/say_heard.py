"""``sayHeard``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import co_authoring, store


@input_type(description="That one has nothing more to add.")
class SayHeardInput:
    """Nothing more to add."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")


@mutation(description="Say that you have nothing more to add to the agenda and the circle.", who=FAMILY)
async def say_heard(info: Info, input: SayHeardInput) -> MeetingPayload:
    """SL-06."""
    row = await co_authoring.say_heard(info.context.write, read_id(input.meeting_id))
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.tx, row.id)))
