"""``openProblem``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.problem.payload import ProblemPayload
from services.api.graphql.problem.types import problem_type
from services.core.problem import service


@input_type(description="A problem to open.")
class OpenProblemInput:
    """A problem to open."""

    child_id: strawberry.ID = input_field(description="The child.")
    track: str = input_field(description="Key of the track; empty where the model has none.")
    title: str = input_field(description="What it is about, briefly.")
    description: str | None = input_field(description="What it is about, at length.", default=None)
    level: int | None = input_field(
        description="Another level than the first; takes a `reason`.", default=None
    )
    reason: str | None = input_field(description="Why it begins above the first level.", default=None)


@mutation(description="Open a problem; the opener holds the thread at first.", who=STAFF)
async def open_problem(info: Info, input: OpenProblemInput) -> ProblemPayload:
    """RA-01, RA-02."""
    row = await service.open_problem(
        info.context.write,
        service.OpenProblem(
            child=read_id(input.child_id),
            track=input.track,
            title=input.title,
            description=input.description or "",
            level=input.level,
            reason=input.reason or "",
        ),
    )
    return ProblemPayload(problem=problem_type(row))
