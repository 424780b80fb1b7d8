"""``adjustNetwork``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.network.payload import NetworkPayload
from services.api.graphql.network.types import network_type
from services.api.graphql.payloads import mutation
from services.core.network import service


@input_type(description="What a network consists of now; all of it, as it shall be.")
class AdjustNetworkInput:
    """An adjustment."""

    network_id: strawberry.ID = input_field(description="The network.")
    bearing_force_id: strawberry.ID | None = input_field(description="Who bears it.", default=None)
    contact_person_id: strawberry.ID | None = input_field(
        description="The family's one contact.", default=None
    )
    competences: list[str] = input_field(description="What it can do, in words.", default=())
    services: list[str] = input_field(description="Keys of the services that take part.", default=())
    expected_version: int = input_field(description="The network's `version` you saw.")


@mutation(description="Adjust a network about a family.", who=STAFF)
async def adjust_network(info: Info, input: AdjustNetworkInput) -> NetworkPayload:
    """SL-27."""
    parts = service.NetworkParts(
        read_optional_id(input.bearing_force_id),
        read_optional_id(input.contact_person_id),
        tuple(input.competences),
        tuple(input.services),
    )
    row = await service.adjust_network(
        info.context.write, read_id(input.network_id), parts, input.expected_version
    )
    return NetworkPayload(network=await network_type(info, row))
