"""``extendAccessRequest``."""

import strawberry

from services.api.graphql.access_request.types import AccessRequestPayload, request_type
from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.payloads import mutation
from services.core.access_request import service
from services.core.calendar import calendar_of


@input_type(description="Why the answer takes longer.")
class ExtendAccessRequestInput:
    """An extension."""

    access_request_id: strawberry.ID = input_field(description="The request.")
    reason: str = input_field(description="Why, in words for who asked.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Say that the answer takes up to two months more, and why: once, within the first month.",
    who=DPO,
)
async def extend_access_request(info: Info, input: ExtendAccessRequestInput) -> AccessRequestPayload:
    """GDPR art. 12(3)."""
    row = await service.extend_access_request(
        info.context.write,
        read_id(input.access_request_id),
        input.reason,
        input.expected_version,
        calendar_of(await model_in_force(info)),
    )
    return AccessRequestPayload(access_request=request_type(info, row))
