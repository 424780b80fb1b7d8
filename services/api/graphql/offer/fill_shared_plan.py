"""``fillSharedPlan``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.offer.payload import OfferPayload
from services.api.graphql.offer.types import offer_type
from services.api.graphql.payloads import mutation
from services.core.offer import service


@input_type(description="Goals and decisions made with a family.")
class FillSharedPlanInput:
    """What is written."""

    offer_id: strawberry.ID = input_field(description="The accepted offer that the plan belongs to.")
    values: list[FormValueInput] = input_field(description="Answers; other fields keep what they have.")
    expected_version: int = input_field(
        description="The plan's `version` you saw; 0 where nothing stood there."
    )


@mutation(description="Write in the plan that is made with the family.", who=STAFF)
async def fill_shared_plan(info: Info, input: FillSharedPlanInput) -> OfferPayload:
    """SL-11: the family reads what it may read at once."""
    row = await service.fill_shared_plan(
        info.context.write, read_id(input.offer_id), answers_given(input.values), input.expected_version
    )
    return OfferPayload(offer=await offer_type(info, row))
