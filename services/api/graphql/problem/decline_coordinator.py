"""``declineCoordinator``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.payload import ProblemPayload
from services.core.problem import handover


@input_type(description="A no to a thread that was offered.")
class DeclineCoordinatorInput:
    """A no."""

    problem_id: strawberry.ID = input_field(description="The problem.")
    place: str | None = input_field(
        description="Key of the place; null: the one that was offered to you.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Say no to a thread that was offered: who held it holds it. Answers no problem: you may see it no more.",
    who=STAFF,
)
async def decline_coordinator(info: Info, input: DeclineCoordinatorInput) -> ProblemPayload:
    """RA-05."""
    await handover.decline_coordinator(
        info.context.write, read_id(input.problem_id), input.expected_version, input.place
    )
    return ProblemPayload()
