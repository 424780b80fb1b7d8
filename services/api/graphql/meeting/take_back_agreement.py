"""``takeBackAgreement``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.payload import MeetingPayload
from services.api.graphql.meeting.types import meeting_type
from services.api.graphql.payloads import mutation
from services.core.meeting import undoing


@input_type(description="An agreement that was just made.")
class TakeBackAgreementInput:
    """An agreement."""

    agreement_id: strawberry.ID = input_field(description="The agreement.")
    expected_version: int = input_field(description="The agreement's `version` you saw.")


@mutation(
    description="Undo an agreement within an hour, before the meeting is concluded: it was never made.",
    who=STAFF,
)
async def take_back_agreement(info: Info, input: TakeBackAgreementInput) -> MeetingPayload:
    """One that is older is closed with `closeAgreement`."""
    row = await undoing.take_back_agreement(
        info.context.write, read_id(input.agreement_id), input.expected_version
    )
    return MeetingPayload(meeting=meeting_type(row))
