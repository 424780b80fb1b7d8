"""``formNetwork``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.network.payload import NetworkPayload
from services.api.graphql.network.types import network_type
from services.api.graphql.payloads import mutation
from services.core.network import service


@input_type(description="A network about a child's family.")
class FormNetworkInput:
    """A network."""

    child_id: strawberry.ID = input_field(description="The child.")
    network: str = input_field(description="Key of the network in the model.")
    bearing_force_id: strawberry.ID | None = input_field(
        description="Who bears it: a professional who sees the child.", default=None
    )
    contact_person_id: strawberry.ID | None = input_field(
        description="The family's one contact: a professional who sees the child.", default=None
    )
    competences: list[str] = input_field(description="What it can do, in words.", default=())
    services: list[str] = input_field(description="Keys of the services that take part.", default=())


@mutation(
    description="Form a network about a family. What it lacks is advice where the model says so.", who=STAFF
)
async def form_network(info: Info, input: FormNetworkInput) -> NetworkPayload:
    """SL-15, SL-27."""
    parts = service.NetworkParts(
        read_optional_id(input.bearing_force_id),
        read_optional_id(input.contact_person_id),
        tuple(input.competences),
        tuple(input.services),
    )
    row = await service.form_network(info.context.write, read_id(input.child_id), input.network, parts)
    return NetworkPayload(network=await network_type(info, row))
