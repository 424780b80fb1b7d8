"""``unsettleDeadline``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.deadline.settle_deadline import DeadlinePayload
from services.api.graphql.deadline.types import one_deadline
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.problem import settling


@input_type(description="A deadline that was just said to be met.")
class UnsettleDeadlineInput:
    """A deadline."""

    deadline_id: strawberry.ID = input_field(description="The deadline.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Undo `settleDeadline` within an hour, for a meeting's deadline whose time has not come.",
    who=STAFF,
)
async def unsettle_deadline(info: Info, input: UnsettleDeadlineInput) -> DeadlinePayload:
    """It waits as before."""
    row = await settling.unsettle_deadline(
        info.context.write, read_id(input.deadline_id), input.expected_version
    )
    return DeadlinePayload(deadline=await one_deadline(info, row))
