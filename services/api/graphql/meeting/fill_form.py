"""``fillForm``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.payloads import mutation
from services.core.meeting import recording, store


@input_type(description="Answers to fields of a meeting's form.")
class FillFormInput:
    """Answers."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    values: list[FormValueInput] = input_field(description="Answers; other fields keep what they have.")
    complete: bool = input_field(description="Whether the form is complete with these.", default=False)
    expected_version: int = input_field(description="The form's `version` you saw.")


@mutation(description="Fill fields of the meeting's form.", who=STAFF)
async def fill_form(info: Info, input: FillFormInput) -> MeetingPayload:
    """What the system knows already is not taken."""
    meeting = read_id(input.meeting_id)
    await recording.fill_form(
        info.context.write,
        meeting,
        answers_given(input.values),
        complete=input.complete,
        expected_version=input.expected_version,
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(info.context.write, meeting)))
