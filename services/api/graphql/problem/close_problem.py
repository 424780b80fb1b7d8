"""``closeProblem``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.payload import ProblemPayload
from services.api.graphql.problem.types import problem_type
from services.core.problem import service


@input_type(description="A problem to close.")
class CloseProblemInput:
    """A problem to close."""

    problem_id: strawberry.ID = input_field(description="The problem.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Close a problem outside a meeting: where the model's outcomes never close one, it ends so.",
    who=STAFF,
)
async def close_problem(info: Info, input: CloseProblemInput) -> ProblemPayload:
    """No meeting about it may be open."""
    row = await service.end_problem(info.context.write, read_id(input.problem_id), input.expected_version)
    return ProblemPayload(problem=problem_type(row))
