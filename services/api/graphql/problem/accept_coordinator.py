"""``acceptCoordinator``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.payload import ProblemPayload
from services.api.graphql.problem.types import problem_type
from services.core.problem import handover


@input_type(description="Acceptance of a thread that was offered.")
class AcceptCoordinatorInput:
    """An acceptance."""

    problem_id: strawberry.ID = input_field(description="The problem.")
    place: str | None = input_field(
        description="Key of the place; null: the one that was offered to you.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Take over a thread that was offered; everyone is told.", who=STAFF)
async def accept_coordinator(info: Info, input: AcceptCoordinatorInput) -> ProblemPayload:
    """RA-05."""
    row = await handover.accept_coordinator(
        info.context.write, read_id(input.problem_id), input.expected_version, input.place
    )
    return ProblemPayload(problem=problem_type(row))
