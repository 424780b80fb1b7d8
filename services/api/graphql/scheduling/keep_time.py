"""``keepTime``."""

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


@input_type(description="None of the times: the meeting keeps its own.")
class KeepTimeInput:
    """No other time."""

    proposal_id: strawberry.ID = input_field(description="What was asked.")
    reason: str | None = input_field(description=_REASON, default=None)
    expected_version: int = input_field(description=_VERSION)


@mutation(description="Keep the time that the meeting has: it is no longer preliminary.", who=STAFF)
async def keep_time(info: Info, input: KeepTimeInput) -> MeetingPayload:
    """The circle is told that it stands."""
    row = await proposing.keep_time(
        info.context.write, read_id(input.proposal_id), input.expected_version, input.reason or ""
    )
    return MeetingPayload(meeting=meeting_type(row))
