"""``restoreForm``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import form_history, store


@input_type(description="An earlier filling of a meeting's form.")
class RestoreFormInput:
    """A filling."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    version: int = input_field(
        description="The form's `version` after that filling; 1 is the empty form. Kept for 14 days."
    )
    expected_version: int = input_field(description="The form's `version` you saw.")


@mutation(
    description="Let the meeting's form be as it was. What stood there last can be had back in the same way.",
    who=STAFF,
)
async def restore_form(info: Info, input: RestoreFormInput) -> MeetingPayload:
    """A filling like any other, by whoever takes it back."""
    meeting = read_id(input.meeting_id)
    await form_history.restore_form(
        info.context.write, meeting, input.version, expected_version=input.expected_version
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, meeting)))
