"""``settleUnderretning``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.underretning.payload import UnderretningPayload
from services.api.graphql.underretning.types import underretning_type
from services.core.underretning import service


@input_type(description="Something that the authority has done about an underretning.")
class SettleUnderretningInput:
    """A step done."""

    underretning_id: strawberry.ID = input_field(description="The underretning.")
    step: str = input_field(description="Key of the step, for example `assess` or `receipt`.")
    begin_process: bool = input_field(
        description="What was assessed leads to the process that the model names at that step.", default=False
    )


@mutation(description="Note that the authority has done one of the things it must do.", who=STAFF)
async def settle_underretning(info: Info, input: SettleUnderretningInput) -> UnderretningPayload:
    """RA-23."""
    row = await service.settle_underretning(
        info.context.write, read_id(input.underretning_id), input.step, begin_process=input.begin_process
    )
    return UnderretningPayload(underretning=underretning_type(row))
