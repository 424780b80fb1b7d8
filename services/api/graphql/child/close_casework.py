"""``closeCasework``."""

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.casework.service import close_casework as close


@input_type(description="A casework to close.")
class CloseCaseworkInput:
    """A casework to close."""

    child_id: strawberry.ID = input_field(description="The child.")
    expected_version: int = input_field(description="The child's `version` you saw.")


@mutation(description="Close a child's casework: the retention period begins.", who=STAFF)
async def close_casework(info: Info, input: CloseCaseworkInput) -> ChildPayload:
    """Nothing may be open in it."""
    child = read_id(input.child_id)
    await close(info.context.write, child, input.expected_version)
    return await child_payload(info, child)
