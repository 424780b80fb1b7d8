"""``answerOffer``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.offer.payload import OfferPayload
from services.api.graphql.offer.types import offer_type
from services.api.graphql.payloads import mutation
from services.core.offer import service


@input_type(description="A family's answer to an offer.")
class AnswerOfferInput:
    """An answer."""

    offer_id: strawberry.ID = input_field(description="The offer.")
    accepted: bool = input_field(description="Yes or no.")
    how: str | None = input_field(
        description="Who of the family answered and how; from a professional only, and needed then.",
        default=None,
    )
    expected_version: int = input_field(description="The offer's `version` you saw.")


@mutation(
    description="Answer an offer as one of the family, or note an answer that the family has told.",
    who=FAMILY | STAFF,
)
async def answer_offer(info: Info, input: AnswerOfferInput) -> OfferPayload:
    """SL-25: the family may change its answer at any time."""
    row = await service.answer_offer(
        info.context.write,
        service.AnswerOffer(read_id(input.offer_id), input.accepted, input.expected_version, input.how or ""),
    )
    return OfferPayload(offer=await offer_type(info, row))
