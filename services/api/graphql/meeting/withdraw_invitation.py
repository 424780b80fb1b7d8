"""``withdrawInvitation``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import inviting


@input_type(description="An invitation to take back.")
class WithdrawInvitationInput:
    """An invitation to take back."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    participant_id: strawberry.ID = input_field(description="Whose.")
    reason: str = input_field(description="Why.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Take an invitation back; that person's access to the meeting ends at once.", who=STAFF)
async def withdraw_invitation(info: Info, input: WithdrawInvitationInput) -> MeetingPayload:
    """Never the family's, the convener's or the chair's."""
    row = await inviting.withdraw_invitation(
        info.context.write,
        read_id(input.meeting_id),
        read_id(input.participant_id),
        input.reason,
        input.expected_version,
    )
    return MeetingPayload(meeting=meeting_type(row))
