"""``concludeMeeting``."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.particulars import ParticularsInput, read_particulars
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import concluding


@input_type(description="What a held meeting came to.")
class ConcludeMeetingInput:
    """An outcome."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    outcome: str = input_field(description="Key of one of its `outcomes`.")
    reason: str | None = input_field(description="Why, where the outcome takes a reason.", default=None)
    follow_up_starts_at: datetime | None = input_field(
        description="When the follow-up begins: it is called with the same circle.", default=None
    )
    follow_up_particulars: ParticularsInput | None = input_field(
        description="What the model asks of the follow-up anew; what was said of this meeting is carried on.",
        default=None,
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Conclude a held meeting: the level moves, the follow-up is called, or the problem closes.",
    who=STAFF,
)
async def conclude_meeting(info: Info, input: ConcludeMeetingInput) -> MeetingPayload:
    """RA-16, RA-17, and each model's own outcomes."""
    row = await concluding.conclude_meeting(
        info.context.write,
        concluding.ConcludeMeeting(
            meeting=read_id(input.meeting_id),
            outcome=input.outcome,
            expected_version=input.expected_version,
            reason=input.reason or "",
            follow_up_starts_at=input.follow_up_starts_at,
            follow_up=read_particulars(input.follow_up_particulars),
        ),
    )
    return MeetingPayload(meeting=meeting_type(row))
