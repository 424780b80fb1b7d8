"""``closeCasework``."""

import strawberry

from services.api.graphql.child.types import Child, child_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.casework.service import close_casework as close
from services.core.identity import PersonId
from services.core.person import reading


@input_type(description="A casework to close.")
class CloseCaseworkInput:
    """A casework to close."""

    child_id: strawberry.ID = input_field(description="The child.")
    expected_version: int = input_field(description="The child's `version` you saw.")


@object_type(description="The child after its casework was closed, or why it was not.")
class ChildPayload:
    """A child."""

    child: Child | None = field(description="The child as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(description="Close a child's casework: the retention period begins.", who=STAFF)
async def close_casework(info: Info, input: CloseCaseworkInput) -> ChildPayload:
    """Nothing may be open in it."""
    child = read_id(input.child_id)
    await close(info.context.write, child, input.expected_version)
    found = await reading.child(info.context.tx, PersonId(child))
    return ChildPayload(child=None if found is None else child_type(found))
