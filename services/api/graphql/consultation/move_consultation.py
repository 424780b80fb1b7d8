"""``moveConsultation``."""

from datetime import datetime

import strawberry

from services.api.graphql.consultation.payload import ConsultationPayload, changed
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consultation import changing


@input_type(description="A meeting about nobody named that gets another time.")
class MoveConsultationInput:
    """A move."""

    consultation_id: strawberry.ID = input_field(description="The meeting.")
    starts_at: datetime = input_field(description="When it begins.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Give a meeting about nobody named another time; the circle is told.", who=STAFF)
async def move_consultation(info: Info, input: MoveConsultationInput) -> ConsultationPayload:
    """For whoever leads it."""
    return changed(
        await changing.move_consultation(
            info.context.write, read_id(input.consultation_id), input.starts_at, input.expected_version
        )
    )
