"""``delegate``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.delegation.types import DelegationPayload, delegation_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.delegation import service


@input_type(description="Who acts for whom, on which Danish days.")
class DelegateInput:
    """A delegation."""

    child_ids: list[strawberry.ID] | None = input_field(
        description="For these children alone; none: for all.", default=None
    )
    delegate_id: strawberry.ID = input_field(description="The colleague who is to act.")
    first_day: date = input_field(description="The first day.")
    last_day: date = input_field(description="The last day, a year after the first at most.")
    absent_id: strawberry.ID | None = input_field(
        description="Who is away, for their leader to say; null: the viewer.", default=None
    )


@mutation(
    description="Let a colleague act for somebody who is away. They get what is the absent's own.", who=STAFF
)
async def delegate(info: Info, input: DelegateInput) -> DelegationPayload:
    """What the absent lose, the delegate loses."""
    rows = await service.delegate(
        info.context.write,
        service.Delegate(
            delegate=read_id(input.delegate_id),
            first=input.first_day,
            last=input.last_day,
            absent=read_optional_id(input.absent_id),
            children=tuple(read_id(child) for child in input.child_ids or ()),
        ),
    )
    return DelegationPayload(delegations=[delegation_type(info, row) for row in rows])
