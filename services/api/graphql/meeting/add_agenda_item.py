"""``addAgendaItem``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import answering, store


@input_type(description="A point for the agenda.")
class AddAgendaItemInput:
    """A point."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    text: str = input_field(description="The words of the point.")


@mutation(description="Add a point to the agenda; it keeps whose it is.")
async def add_agenda_item(info: Info, input: AddAgendaItemInput) -> MeetingPayload:
    """A family's point is as good as a professional's."""
    meeting = read_id(input.meeting_id)
    await answering.add_agenda_item(info.context.write, meeting, input.text)
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, meeting)))
