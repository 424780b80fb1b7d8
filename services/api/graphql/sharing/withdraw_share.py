"""``withdrawShare``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.sharing.share_record import SharePayload
from services.api.graphql.sharing.types import share_type
from services.core.sharing import service


@input_type(description="A share to take back.")
class WithdrawShareInput:
    """A share."""

    share_id: strawberry.ID = input_field(description="The share.")
    expected_version: int = input_field(description="The version that was read.")


@mutation(
    description="Take a share back: from then on it opens nothing. That it was shared stays.", who=STAFF
)
async def withdraw_share(info: Info, input: WithdrawShareInput) -> SharePayload:
    """For those with a lasting part in the case."""
    row = await service.withdraw_share(info.context.write, read_id(input.share_id), input.expected_version)
    return SharePayload(share=share_type(info, row))
