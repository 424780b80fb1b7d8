"""``endMeasure``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.measure.payload import MeasurePayload
from services.api.graphql.measure.types import measure_type
from services.api.graphql.payloads import mutation
from services.core.measure import service


@input_type(description="A measure that ends.")
class EndMeasureInput:
    """An end."""

    measure_id: strawberry.ID = input_field(description="The measure.")
    reason: str | None = input_field(description="Why, in words for the family.", default=None)
    ended_on: date | None = input_field(
        description="The Danish day on which it ended; null: today.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="End a measure, or give up one that never started.", who=STAFF)
async def end_measure(info: Info, input: EndMeasureInput) -> MeasurePayload:
    """What was still to come of it is taken back."""
    row = await service.end_measure(
        info.context.write,
        service.EndMeasure(
            measure=read_id(input.measure_id),
            expected_version=input.expected_version,
            reason=input.reason or "",
            ended_on=input.ended_on,
        ),
    )
    return MeasurePayload(measure=measure_type(row))
