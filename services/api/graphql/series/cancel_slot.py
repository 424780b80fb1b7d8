"""``cancelSlot``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import LEADERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.series.payload import SlotsPayload
from services.api.graphql.series.types import slot_types
from services.core.series import service


@input_type(description="A fixed time that is given up.")
class CancelSlotInput:
    """A cancellation."""

    slot_id: strawberry.ID = input_field(description="The fixed time.")
    reason: str = input_field(description="Why. Names nobody.")
    expected_version: int = input_field(description="The `version` you saw.")
    keep_reason: str | None = input_field(
        description="Why a name in the reason may stay, where the check warns of one.", default=None
    )


@mutation(
    description="Give up a fixed time. Refused where the model says so: while requests wait, too late, or by whom.",
    who=LEADERS,
)
async def cancel_slot(info: Info, input: CancelSlotInput) -> SlotsPayload:
    """The meeting about nobody named that stood there is cancelled with it."""
    row = await service.cancel_slot(
        info.context.write,
        read_id(input.slot_id),
        input.reason,
        input.expected_version,
        keep=input.keep_reason or "",
    )
    return SlotsPayload(slots=await slot_types(info, [row]))
