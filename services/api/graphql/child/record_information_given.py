"""``recordInformationGiven``."""

from datetime import date

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.casework import family
from services.core.person import circle


@input_type(description="A parent without custody asked concretely, and was told.")
class RecordInformationGivenInput:
    """What was asked and told."""

    relation_id: strawberry.ID = input_field(description="The parent without custody.")
    asked_on: date = input_field(description="The Danish day on which it was asked.")
    asked: str = input_field(description="What was asked.")
    told: str = input_field(description="What was told.")
    nothing_of_holder: bool = input_field(
        description="That nothing confidential about the custody holder was in it."
    )


@mutation(description="Record what a parent without custody was told on a concrete request.", who=STAFF)
async def record_information_given(info: Info, input: RecordInformationGivenInput) -> ChildPayload:
    """Forældreansvarsloven §23; trap 7."""
    tx = info.context.write
    given = await family.record_information_given(
        tx,
        read_id(input.relation_id),
        input.asked_on,
        input.asked,
        input.told,
        nothing_of_holder=input.nothing_of_holder,
    )
    return await child_payload(info, (await circle.relation(tx, given.relation_id)).child_id)
