"""Which version of the model a case follows, what changes under the one in force, and moving it there."""

from typing import Annotated

import strawberry

from services.api.graphql.child.types import Child, child_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.identity import PersonId
from services.core.meeting import moving_case
from services.core.person import reading


@object_type(description="One thing that becomes different for a case under another version of the model.")
class CaseChange:
    """A difference."""

    kind: str = field(description="What kind of difference; stable.", personal=False)
    text: str = field(description="The difference in the session's language.", personal=True)
    blocks: bool = field(
        description="Whether it must be settled before the case can be moved.", personal=True
    )


@object_type(description="What moving a case to another version of the model means.")
class CaseChanges:
    """A move, before it is made."""

    from_number: int = field(description="Number of the version that the case follows.", personal=False)
    to_number: int = field(description="Number of the version in force.", personal=False)
    to_id: strawberry.ID = field(description="The version in force.", personal=False)
    version: int = field(description="Give it as `expectedVersion` when you move the case.", personal=False)
    changes: list[CaseChange] = field(
        description="What becomes different, what blocks first; empty: nothing for this case.", personal=True
    )


@query(
    description="What becomes different for a child's case under the version of the model in force.",
    personal=True,
    who=STAFF,
)
async def case_changes(
    info: Info,
    child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")],
    version_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="The version in force, to be sure of it.")
    ] = None,
) -> CaseChanges | None:
    """Nothing is changed by asking. Null where the case follows the version in force."""
    found = await moving_case.case_changes(info.context.tx, read_id(child_id), read_optional_id(version_id))
    if found is None:
        return None
    language = info.context.language
    return CaseChanges(
        from_number=found.old.number,
        to_number=found.new.number,
        to_id=strawberry.ID(str(found.new.id)),
        version=found.casework.version,
        changes=[
            CaseChange(kind=one.kind, text=one.text.in_language(language), blocks=one.blocks)
            for one in found.changes
        ],
    )


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
