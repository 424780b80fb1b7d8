"""``endDelegation``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.delegation.types import DelegationPayload, delegation_type
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.delegation import service


@input_type(description="A delegation that is over.")
class EndDelegationInput:
    """A delegation."""

    delegation_id: strawberry.ID = input_field(description="The delegation.")


@mutation(description="End a delegation before its day, at once; one that is over stays as it is.", who=STAFF)
async def end_delegation(info: Info, input: EndDelegationInput) -> DelegationPayload:
    """By either of the two, or who leads the absent."""
    row = await service.end_delegation(info.context.write, read_id(input.delegation_id))
    return DelegationPayload(delegations=[delegation_type(info, row)])
