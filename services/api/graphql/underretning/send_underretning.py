"""``sendUnderretning``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.underretning.payload import UnderretningPayload
from services.api.graphql.underretning.types import underretning_type
from services.core.underretning import service


@input_type(description="An underretning that is sent.")
class SendUnderretningInput:
    """A sending. It takes no version: nothing may stand between the duty and its sending."""

    underretning_id: strawberry.ID = input_field(description="The underretning.")
    text: str | None = input_field(
        description="What it says in the end; null: as it was written.", default=None
    )


@mutation(
    description="It is sent by the municipality's secure channel. Sent already: nothing changes.", who=STAFF
)
async def send_underretning(info: Info, input: SendUnderretningInput) -> UnderretningPayload:
    """RA-20, RA-22."""
    row = await service.send_underretning(
        info.context.write, read_id(input.underretning_id), input.text or ""
    )
    return UnderretningPayload(underretning=underretning_type(row))
