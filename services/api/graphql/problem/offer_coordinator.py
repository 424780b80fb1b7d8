"""``offerCoordinator``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.payload import ProblemPayload
from services.api.graphql.problem.types import problem_type
from services.core.problem import handover
from services.core.problem.handover import OfferCoordinator


@input_type(description="An offer of a problem's thread.")
class OfferCoordinatorInput:
    """An offer."""

    problem_id: strawberry.ID = input_field(description="The problem.")
    person_id: strawberry.ID = input_field(description="The professional who is asked.")
    place: str | None = input_field(
        description="Key of the place; null: the only one that the model has.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Ask a professional to hold the thread. Until they accept, the present one does.", who=STAFF
)
async def offer_coordinator(info: Info, input: OfferCoordinatorInput) -> ProblemPayload:
    """RA-05."""
    row = await handover.offer_coordinator(
        info.context.write,
        OfferCoordinator(
            read_id(input.problem_id), read_id(input.person_id), input.expected_version, input.place
        ),
    )
    return ProblemPayload(problem=problem_type(row))
