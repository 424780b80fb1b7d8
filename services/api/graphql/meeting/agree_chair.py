"""``agreeChair``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import preparing


@input_type(description="Who leads a meeting.")
class AgreeChairInput:
    """A chair."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    chair_id: strawberry.ID = input_field(description="The professional who leads it; invited to it.")
    agreed_on: date | None = input_field(description="When it was agreed; today if absent.", default=None)
    reason: str | None = input_field(description="Why it was agreed too late, if it was.", default=None)
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Note who leads the meeting, as the model wants them and in time.", who=STAFF)
async def agree_chair(info: Info, input: AgreeChairInput) -> MeetingPayload:
    """RI-25: from outside, agreed a week before."""
    row = await preparing.agree_chair(
        info.context.write,
        preparing.AgreeChair(
            meeting=read_id(input.meeting_id),
            chair=read_id(input.chair_id),
            expected_version=input.expected_version,
            agreed_on=input.agreed_on,
            reason=input.reason or "",
        ),
    )
    return MeetingPayload(meeting=meeting_type(row))
