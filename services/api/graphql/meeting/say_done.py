"""``sayDone``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.agreement import agreement_type
from services.api.graphql.meeting.payload import AgreementPayload
from services.api.graphql.payloads import mutation
from services.core.meeting import deeds


@input_type(description="An agreement that you have kept.")
class SayDoneInput:
    """An agreement that is done."""

    agreement_id: strawberry.ID = input_field(description="The agreement.")
    note: str | None = input_field(
        description="A word on it, read by all who may read the agreement.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Say that what you were to do is done. Who called the meeting is told.", who=FAMILY)
async def say_done(info: Info, input: SayDoneInput) -> AgreementPayload:
    """By a parent or a young person; professionals close with `closeAgreement`."""
    row = await deeds.say_done(
        info.context.write, read_id(input.agreement_id), input.note or "", input.expected_version
    )
    return AgreementPayload(agreement=await agreement_type(info, row))
