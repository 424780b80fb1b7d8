"""``takeBackAgendaItem``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import undoing


@input_type(description="A point of the agenda that the viewer has just added.")
class TakeBackAgendaItemInput:
    """A point."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    item_id: strawberry.ID = input_field(description="The point.")


@mutation(description="Undo one's own point of the agenda within an hour.", who=STAFF)
async def take_back_agenda_item(info: Info, input: TakeBackAgendaItemInput) -> MeetingPayload:
    """Another's point is theirs."""
    row = await undoing.take_back_agenda_item(
        info.context.write, read_id(input.meeting_id), read_id(input.item_id)
    )
    return MeetingPayload(meeting=meeting_type(row))
