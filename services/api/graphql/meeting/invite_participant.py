"""``inviteParticipant``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import inviting
from services.core.meeting.invitees import Choice


@input_type(description="One more for a meeting that is called.")
class InviteParticipantInput:
    """One more."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    role: str = input_field(description="Key of the role.")
    person_id: strawberry.ID | None = input_field(description="The professional.", default=None)
    name: str | None = input_field(description="The name of someone of the family's network.", default=None)
    agreed_by: list[str] = input_field(
        description="Keys of the roles that said yes to it, where the model asks.", default=()
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Invite one more; the consents that rests on are asked for.", who=STAFF)
async def invite_participant(info: Info, input: InviteParticipantInput) -> MeetingPayload:
    """RI-05, SL-06, RA-15."""
    row = await inviting.invite_participant(
        info.context.write,
        inviting.InviteParticipant(
            meeting=read_id(input.meeting_id),
            choice=Choice(input.role, read_optional_id(input.person_id), input.name or ""),
            expected_version=input.expected_version,
            agreed_by=tuple(input.agreed_by),
        ),
    )
    return MeetingPayload(meeting=meeting_type(row))
