"""``acceptHandover``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.handover.payload import HandoverPayload
from services.api.graphql.handover.types import handover_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.handover import service


@input_type(description="A handover to take on.")
class AcceptHandoverInput:
    """A handover."""

    handover_id: strawberry.ID = input_field(description="The handover.")
    expected_version: int = input_field(description="The handover's `version` you saw.")


@mutation(description="Take on what is handed over; from then on its content can be read.", who=STAFF)
async def accept_handover(info: Info, input: AcceptHandoverInput) -> HandoverPayload:
    """SL-31."""
    row = await service.accept_handover(
        info.context.write, read_id(input.handover_id), input.expected_version
    )
    return HandoverPayload(handover=handover_type(row))
