"""``holdMeeting``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import taking_place


@input_type(description="That a meeting takes place, and who is there.")
class HoldMeetingInput:
    """A meeting taking place."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    attended: list[strawberry.ID] = input_field(description="Ids of the participants who are there.")
    documents: list[str] = input_field(
        description="Keys of documents that are there, beside those noted before.", default=()
    )
    prepared: list[str] = input_field(
        description="Keys of what has been prepared, beside what was noted before.", default=()
    )
    reason: str | None = input_field(description="Why something is not prepared.", default=None)
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Record that a meeting takes place, with who is there.", who=STAFF)
async def hold_meeting(info: Info, input: HoldMeetingInput) -> MeetingPayload:
    """Where holding it takes a consent, it must stand."""
    row = await taking_place.hold_meeting(
        info.context.write,
        taking_place.HoldMeeting(
            meeting=read_id(input.meeting_id),
            present=tuple(read_id(one) for one in input.attended),
            expected_version=input.expected_version,
            documents=tuple(input.documents),
            prepared=tuple(input.prepared),
            reason=input.reason or "",
        ),
    )
    return MeetingPayload(meeting=meeting_type(row))
