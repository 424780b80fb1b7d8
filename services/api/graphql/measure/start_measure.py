"""``startMeasure``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.measure.payload import MeasurePayload
from services.api.graphql.measure.types import measure_type
from services.api.graphql.payloads import mutation
from services.core.measure import service


@input_type(description="A measure that starts.")
class StartMeasureInput:
    """A start."""

    measure_id: strawberry.ID = input_field(description="The measure.")
    cooperates: bool = input_field(description="The family cooperates.", default=False)
    with_family: bool = input_field(
        description="It was decided with the family, if that was not recorded before.", default=False
    )
    started_on: date | None = input_field(
        description="The Danish day on which it started; null: today.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Start a measure: on consent, cooperation and what it rests on. A refusal tells all that is missing.",
    who=STAFF,
)
async def start_measure(info: Info, input: StartMeasureInput) -> MeasurePayload:
    """RA-27, RA-35, RI-21, RI-22."""
    row = await service.start_measure(
        info.context.write,
        service.StartMeasure(
            measure=read_id(input.measure_id),
            expected_version=input.expected_version,
            cooperates=input.cooperates,
            with_family=input.with_family,
            started_on=input.started_on,
        ),
    )
    return MeasurePayload(measure=measure_type(row))
