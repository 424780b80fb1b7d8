"""``settleDeadline``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.deadline.types import Deadline, one_deadline
from services.api.graphql.fields import STAFF, field, input_field, input_type, object_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.problem import settling


@input_type(description="That a deadline was met, or late.")
class SettleDeadlineInput:
    """What was done, and when."""

    deadline_id: strawberry.ID = input_field(description="The deadline.")
    done_on: date | None = input_field(
        description="The Danish day on which it was done, not after today; null: today.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@object_type(description="The deadline after the change, or why it was not changed.")
class DeadlinePayload:
    """A settled deadline."""

    deadline: Deadline | None = field(description="The deadline as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@mutation(
    description="Say that something was done that nothing else shows. Done late it stays missed; nobody more is told.",
    who=STAFF,
)
async def settle_deadline(info: Info, input: SettleDeadlineInput) -> DeadlinePayload:
    """RA-18, RI-24: what is done again and again is due anew from that day."""
    row = await settling.settle_deadline(
        info.context.write,
        settling.SettleDeadline(read_id(input.deadline_id), input.expected_version, input.done_on),
    )
    return DeadlinePayload(deadline=await one_deadline(info, row))
