"""``recordHeard``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import co_authoring


@input_type(
    description="That someone of the family was asked about agenda and circle in another way than here."
)
class RecordHeardInput:
    """Someone was asked."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    participant_id: strawberry.ID = input_field(description="Who was asked.")
    how: str = input_field(description="How, and what they said.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Note that someone of the family was asked, by telephone or face to face.", who=STAFF)
async def record_heard(info: Info, input: RecordHeardInput) -> MeetingPayload:
    """SL-06."""
    row = await co_authoring.record_heard(
        info.context.write,
        read_id(input.meeting_id),
        read_id(input.participant_id),
        input.how,
        input.expected_version,
    )
    return MeetingPayload(meeting=meeting_type(row))
