"""``fixTime``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.scheduling import proposing

_REASON = "Why, where the time is too late for something."
_VERSION = "The `version` of the proposal you saw."


@input_type(description="The time that is chosen.")
class FixTimeInput:
    """A chosen time."""

    proposal_id: strawberry.ID = input_field(description="What was asked.")
    proposed_time_id: strawberry.ID = input_field(description="The time.")
    reason: str | None = input_field(description=_REASON, default=None)
    expected_version: int = input_field(description=_VERSION)


@mutation(
    description="Fix one of the times: the meeting is moved there, and its circle is told once.", who=STAFF
)
async def fix_time(info: Info, input: FixTimeInput) -> MeetingPayload:
    """As judged as any other move. Who of the family said that it suits comes, until they say otherwise."""
    row = await proposing.fix_time(
        info.context.write,
        read_id(input.proposal_id),
        read_id(input.proposed_time_id),
        input.expected_version,
        input.reason or "",
    )
    return MeetingPayload(meeting=meeting_type(row))
