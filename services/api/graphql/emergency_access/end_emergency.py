"""``endEmergency``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.emergency_access.types import EmergencyPayload, emergency_type
from services.api.graphql.fields import DPO, STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.emergency_access import service


@input_type(description="An emergency that is over.")
class EndEmergencyInput:
    """An emergency."""

    emergency_id: strawberry.ID = input_field(description="The emergency.")


@mutation(description="End an emergency before its time; one that is over stays as it is.", who=STAFF | DPO)
async def end_emergency(info: Info, input: EndEmergencyInput) -> EmergencyPayload:
    """By who opened it, a leader of the unit or the data protection officer."""
    row = await service.end_emergency(info.context.write, read_id(input.emergency_id))
    return EmergencyPayload(emergency=emergency_type(info, row))
