"""``readUnderretning``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.underretning.payload import UnderretningPayload
from services.api.graphql.underretning.types import underretning_type
from services.core.underretning import service


@input_type(description="An underretning that was read.")
class ReadUnderretningInput:
    """A reading."""

    underretning_id: strawberry.ID = input_field(description="The underretning.")


@mutation(
    description="Say that you have read it, as the model asks. Sending never waits for this.", who=STAFF
)
async def read_underretning(info: Info, input: ReadUnderretningInput) -> UnderretningPayload:
    """RA-22."""
    row = await service.read_underretning(info.context.write, read_id(input.underretning_id))
    return UnderretningPayload(underretning=underretning_type(row))
