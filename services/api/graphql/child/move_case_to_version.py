"""``moveCaseToVersion``."""

import strawberry

from services.api.graphql.child.types import Child, child_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.identity import PersonId
from services.core.meeting import moving_case
from services.core.person import reading


@input_type(description="A case to move.")
class MoveCaseToVersionInput:
    """A move."""

    child_id: strawberry.ID = input_field(description="The child.")
    version_id: strawberry.ID = input_field(description="The version in force.")
    expected_version: int = input_field(description="The `version` you saw in `caseChanges`.")


@object_type(description="The child whose case was moved, or why it was not.")
class MoveCaseToVersionPayload:
    """A moved case."""

    child: Child | None = field(description="The child as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(
    description="Move a running case to the version of the model in force. Meetings that are called keep theirs.",
    who=STAFF,
)
async def move_case_to_version(info: Info, input: MoveCaseToVersionInput) -> MoveCaseToVersionPayload:
    """ALL-06: nothing moves a case by itself."""
    child = read_id(input.child_id)
    await moving_case.move_case(info.context.write, child, read_id(input.version_id), input.expected_version)
    found = await reading.child(info.context.tx, PersonId(child))
    return MoveCaseToVersionPayload(child=None if found is None else child_type(found))
