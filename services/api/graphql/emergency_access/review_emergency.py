"""``reviewEmergency``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.emergency_access.types import EmergencyPayload, emergency_type
from services.api.graphql.fields import DPO, LEADERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.emergency_access import service


@input_type(description="Whether an emergency was justified.")
class ReviewEmergencyInput:
    """A judgement."""

    emergency_id: strawberry.ID = input_field(description="The emergency.")
    justified: bool = input_field(description="Whether it was.")
    note: str = input_field(description="Why.")


@mutation(
    description="Say whether an emergency was justified: each who answers for it, once.", who=LEADERS | DPO
)
async def review_emergency(info: Info, input: ReviewEmergencyInput) -> EmergencyPayload:
    """Nobody judges their own."""
    row = await service.review_emergency(
        info.context.write, read_id(input.emergency_id), input.justified, input.note
    )
    return EmergencyPayload(emergency=emergency_type(info, row))
