"""``proposeTimes``."""

from datetime import date, datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import store
from services.core.scheduling import proposing


@input_type(description="Times that the circle of a meeting is asked about.")
class ProposeTimesInput:
    """Proposed times."""

    meeting_id: strawberry.ID = input_field(description="The meeting.")
    starts_at: list[datetime] = input_field(description="Two to six different times at which it could begin.")
    answer_by: date = input_field(description="The last day on which answers are taken.")
    expected_version: int = input_field(description="The `version` of the meeting you saw.")


@mutation(
    description="Ask the circle of a meeting when it suits; its own time is preliminary from then on.",
    who=STAFF,
)
async def propose_times(info: Info, input: ProposeTimesInput) -> MeetingPayload:
    """Nobody is told a time that does not stand, and nobody is asked whether they come to one."""
    tx = info.context.write
    proposal = await proposing.propose(
        tx, read_id(input.meeting_id), input.starts_at, input.answer_by, input.expected_version
    )
    return MeetingPayload(meeting=meeting_type(await store.meeting(tx, proposal.meeting_id)))
