"""``sayNotDone``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.meeting.agreement import agreement_type
from services.api.graphql.meeting.payload import AgreementPayload
from services.api.graphql.payloads import mutation
from services.core.meeting import deeds


@input_type(description="An agreement that is not done after all.")
class SayNotDoneInput:
    """An agreement that is open again."""

    agreement_id: strawberry.ID = input_field(description="The agreement.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Take that back within an hour: it is open again.", who=FAMILY)
async def say_not_done(info: Info, input: SayNotDoneInput) -> AgreementPayload:
    """By who said so."""
    row = await deeds.take_back(info.context.write, read_id(input.agreement_id), input.expected_version)
    return AgreementPayload(agreement=await agreement_type(info, row))
