"""``withdrawCompanion``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import companions


@input_type(description="Your companion who does not come after all.")
class WithdrawCompanionInput:
    """One's own companion."""

    relation_id: strawberry.ID = input_field(description="The companion's id.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Your companion does not come after all.", who=FAMILY)
async def withdraw_companion(info: Info, input: WithdrawCompanionInput) -> MeetingPayload:
    """Only one's own, of one meeting."""
    row = await companions.withdraw_companion(
        info.context.write, read_id(input.relation_id), input.expected_version
    )
    return MeetingPayload(meeting=meeting_type(row))
