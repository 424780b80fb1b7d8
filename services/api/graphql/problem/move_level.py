"""``moveLevel``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.payload import ProblemPayload
from services.api.graphql.problem.types import problem_type
from services.core.identity import PersonId
from services.core.problem import service


@input_type(description="A move to another level.")
class MoveLevelInput:
    """A move."""

    problem_id: strawberry.ID = input_field(description="The problem.")
    to_level: int = input_field(description="The level to move to.")
    reason: str | None = input_field(description="Why; needed where a level is skipped.", default=None)
    leader_involved: bool = input_field(description="The nearest leader has been involved.", default=False)
    parents_involved: bool = input_field(description="The parents have been involved.", default=False)
    next_coordinator_id: strawberry.ID | None = input_field(
        description="Who is to hold the thread from here; they are asked.", default=None
    )
    next_coordinator_place: str | None = input_field(
        description="Key of the place they are asked for; null: the only one that the model has.",
        default=None,
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Move a problem to another level, as the model allows.", who=STAFF)
async def move_level(info: Info, input: MoveLevelInput) -> ProblemPayload:
    """RA-02, RA-03, RA-04."""
    following = read_optional_id(input.next_coordinator_id)
    row = await service.move_level(
        info.context.write,
        service.MoveLevel(
            problem=read_id(input.problem_id),
            to_level=input.to_level,
            expected_version=input.expected_version,
            reason=input.reason or "",
            leader_involved=input.leader_involved,
            parents_involved=input.parents_involved,
            next_coordinator=None if following is None else PersonId(following),
            next_coordinator_place=input.next_coordinator_place,
        ),
    )
    return ProblemPayload(problem=problem_type(row))
