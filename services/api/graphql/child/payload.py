"""What mutations of a child's casework answer."""

from uuid import UUID

from services.api.graphql.child.types import Child, child_type
from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.identity import PersonId
from services.core.person import reading


@object_type(description="The child after the change of its casework, or why it was not changed.")
class ChildPayload:
    """A child."""

    child: Child | None = field(description="The child as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


async def child_payload(info: Info, child: UUID) -> ChildPayload:
    """The child as it is now."""
    found = await reading.child(info.context.tx, PersonId(child))
    return ChildPayload(child=None if found is None else child_type(found))
