"""``recordOffer``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.offer.payload import OfferPayload
from services.api.graphql.offer.types import offer_type
from services.api.graphql.payloads import mutation
from services.core.offer import service


@input_type(description="Something that a child's family was offered.")
class RecordOfferInput:
    """An offer."""

    child_id: strawberry.ID = input_field(description="The child.")
    offer: str = input_field(description="Key of the offer in the model.")
    accepted: bool | None = input_field(
        description="The answer, where the family has told it at once; null: it answers later.", default=None
    )
    how: str | None = input_field(
        description="Who of the family answered and how; needed with an answer.", default=None
    )
    problem_id: strawberry.ID | None = input_field(
        description="The problem it is offered for; null: the case as a whole.", default=None
    )


@mutation(description="Record that a family was offered something, and perhaps its answer.", who=STAFF)
async def record_offer(info: Info, input: RecordOfferInput) -> OfferPayload:
    """SL-11, SL-16, SL-25: what was declined is not offered again."""
    row = await service.record_offer(
        info.context.write,
        service.RecordOffer(
            read_id(input.child_id),
            input.offer,
            input.accepted,
            input.how or "",
            read_optional_id(input.problem_id),
        ),
    )
    return OfferPayload(offer=await offer_type(info, row))
