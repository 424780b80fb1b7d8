"""``holdConsultation``."""

import strawberry

from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import running


@input_type(description="A meeting about nobody named that takes place.")
class HoldConsultationInput:
    """A meeting held."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    attended: list[strawberry.ID] = input_field(description="The participants who are there.", default=())
    facts: list[str] | None = input_field(
        description="Keys of what is so now; null: as it was said before.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Say that a meeting about nobody named takes place, and who is there.", who=STAFF)
async def hold_consultation(info: Info, input: HoldConsultationInput) -> ConsultationPayload:
    """For whoever leads it."""
    return changed(
        await running.hold_consultation(
            info.context.write,
            read_id(input.consultation_id),
            [read_id(one) for one in input.attended],
            input.expected_version,
            None if input.facts is None else frozenset(input.facts),
        )
    )
