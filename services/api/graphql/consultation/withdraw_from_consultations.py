"""``withdrawFromConsultations``."""

import strawberry

from services.api.graphql.consultation.several import DatesPayload, outcomes_of
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import inviting


@input_type(description="Somebody who is taken out of several meetings.")
class WithdrawFromConsultationsInput:
    """Dates and one person."""

    consultation_ids: list[strawberry.ID] = input_field(description="The meetings, which the writer leads.")
    person_id: strawberry.ID = input_field(description="Who is taken out.")
    reason: str = input_field(description="Why.")
    keep_reason: str | None = input_field(
        description="Why a name in the reason may stay, where the check warns of one.", default=None
    )


@mutation(description="Take somebody out of several dates; their access to these ends.", who=STAFF)
async def withdraw_from_consultations(info: Info, input: WithdrawFromConsultationsInput) -> DatesPayload:
    """For the rest of a series."""
    found = await inviting.withdraw_from_series(
        info.context.write,
        [read_id(one) for one in input.consultation_ids],
        read_id(input.person_id),
        input.reason,
        keep=input.keep_reason or "",
    )
    return DatesPayload(dates=await outcomes_of(info, found))
