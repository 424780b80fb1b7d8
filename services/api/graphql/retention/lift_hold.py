"""``liftHold``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.retention.holds import hold_type
from services.api.graphql.retention.payload import HoldPayload
from services.core.retention import service


@input_type(description="A hold to lift.")
class LiftHoldInput:
    """A hold to lift."""

    hold_id: strawberry.ID = input_field(description="The hold.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Lift a hold: the record goes when its time is out.", who=DPO)
async def lift_hold(info: Info, input: LiftHoldInput) -> HoldPayload:
    """It stays on record that it stood."""
    row = await service.lift_hold(info.context.write, read_id(input.hold_id), input.expected_version)
    return HoldPayload(hold=await hold_type(info, row))
