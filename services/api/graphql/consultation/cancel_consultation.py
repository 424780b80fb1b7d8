"""``cancelConsultation``."""

import strawberry

from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import changing


@input_type(description="A meeting about nobody named that is not held.")
class CancelConsultationInput:
    """A cancellation."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    reason: str = input_field(description="Why. Names nobody.")
    expected_version: int = input_field(description="The `version` you saw.")
    keep_reason: str | None = input_field(
        description="Why a name in the text may stay, where the check warns of one.", default=None
    )


@mutation(
    description="Cancel a meeting about nobody named, as far as the model lets it be cancelled.", who=STAFF
)
async def cancel_consultation(info: Info, input: CancelConsultationInput) -> ConsultationPayload:
    """For whoever leads it."""
    return changed(
        await changing.cancel_consultation(
            info.context.write,
            read_id(input.consultation_id),
            input.reason,
            input.expected_version,
            keep=input.keep_reason or "",
        )
    )
