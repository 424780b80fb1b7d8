"""``closeAgreement``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.agreement import AgreementStatus, agreement_type
from services.api.graphql.meeting.payload import AgreementPayload
from services.api.graphql.payloads import mutation
from services.core.errors import invalid
from services.core.meeting import recording


@input_type(description="An agreement to close.")
class CloseAgreementInput:
    """An agreement to close."""

    agreement_id: strawberry.ID = input_field(description="The agreement.")
    status: AgreementStatus = input_field(description="`DONE` or `DROPPED`.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Say that an agreement is done, or dropped.", who=STAFF)
async def close_agreement(info: Info, input: CloseAgreementInput) -> AgreementPayload:
    """By the meeting's leaders, or the professional who follows it up."""
    if input.status is AgreementStatus.OPEN:
        raise invalid("meeting.agreement_open", "input", "status")
    row = await recording.close_agreement(
        info.context.write, read_id(input.agreement_id), input.status.value, input.expected_version
    )
    return AgreementPayload(agreement=await agreement_type(info, row))
