"""``sendAgenda``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import taking_place


@input_type(description="An agenda to send.")
class SendAgendaInput:
    """An agenda to send."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    reason: str | None = input_field(
        description="Why it is final before the family was heard, if it is.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Send the agenda to the circle; its deadline is met by that.", who=STAFF)
async def send_agenda(info: Info, input: SendAgendaInput) -> MeetingPayload:
    """RA-11; where the model wants the family heard first, SL-06."""
    row = await taking_place.send_agenda(
        info.context.write, read_id(input.meeting_id), input.expected_version, input.reason or ""
    )
    return MeetingPayload(meeting=meeting_type(row))
