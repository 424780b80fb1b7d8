"""``evaluateNetwork``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.network.payload import NetworkPayload
from services.api.graphql.network.types import network_type
from services.api.graphql.payloads import mutation
from services.core.network import service, store


@input_type(description="An evaluation of a network.")
class EvaluateNetworkInput:
    """An evaluation."""

    network_id: strawberry.ID = input_field(description="The network.")
    values: list[FormValueInput] = input_field(
        description="Answers to the few questions; none needs an answer."
    )
    status: str | None = input_field(
        description="Status, and what is to be adjusted; needed from a professional, ignored from a family.",
        default=None,
    )


@mutation(
    description="Say as one of the family whether a network helped, or record status and adjustment.",
    who=FAMILY | STAFF,
)
async def evaluate_network(info: Info, input: EvaluateNetworkInput) -> NetworkPayload:
    """SL-18, SL-27."""
    network = read_id(input.network_id)
    await service.evaluate_network(
        info.context.write, network, answers_given(input.values), input.status or ""
    )
    row = await store.network(info.context.tx, network)
    return NetworkPayload(network=await network_type(info, row))
