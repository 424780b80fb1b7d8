"""``takeBackDeparture``."""

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.casework import family


@input_type(description="A death or a move that is not so, or a child that has moved back.")
class TakeBackDepartureInput:
    """Which one."""

    departure_id: strawberry.ID = input_field(description="The departure.")
    expected_version: int = input_field(description="Its version that you saw.")


@mutation(
    description="It was recorded by mistake, or the child has moved back: access is as the sources have it again.",
    who=STAFF,
)
async def take_back_departure(info: Info, input: TakeBackDepartureInput) -> ChildPayload:
    """What was called off or closed stays so."""
    child = await family.take_back_departure(
        info.context.write, read_id(input.departure_id), input.expected_version
    )
    return await child_payload(info, child)
