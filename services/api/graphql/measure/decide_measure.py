"""``decideMeasure``."""

from datetime import date

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.measure.payload import MeasurePayload
from services.api.graphql.measure.types import measure_type
from services.api.graphql.payloads import mutation
from services.core.measure import service


@input_type(description="Help that was decided on.")
class DecideMeasureInput:
    """A decision."""

    child_id: strawberry.ID = input_field(description="The child.")
    measure: str = input_field(description="Key of the model's measure.")
    what: str = input_field(description="What was decided, in words for the family.")
    problem_id: strawberry.ID | None = input_field(description="The problem it is about.", default=None)
    decided_on: date | None = input_field(
        description="The Danish day on which it was decided; null: today.", default=None
    )
    with_family: bool = input_field(description="It was decided with the family.", default=False)


@mutation(description="Record that help was decided on. It starts with `startMeasure`.", who=STAFF)
async def decide_measure(info: Info, input: DecideMeasureInput) -> MeasurePayload:
    """RA-35."""
    row = await service.decide_measure(
        info.context.write,
        service.DecideMeasure(
            child=read_id(input.child_id),
            key=input.measure,
            what=input.what,
            problem=read_optional_id(input.problem_id),
            decided_on=input.decided_on,
            with_family=input.with_family,
        ),
    )
    return MeasurePayload(measure=measure_type(row))
