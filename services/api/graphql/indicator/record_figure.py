"""``recordFigure``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import KEEPERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.indicator.payload import IndicatorPeriodPayload
from services.api.graphql.indicator.types import period_type
from services.api.graphql.payloads import mutation
from services.core.indicator import service


@input_type(description="A figure that the system does not count.")
class RecordFigureInput:
    """A figure."""

    period_id: strawberry.ID = input_field(description="The period.")
    indicator: str = input_field(description="Key of the indicator.")
    value: float = input_field(description="The count, the percentage from 0 to 100, or the score.")
    respondents: int = input_field(description="Of how many people, for a share or a score.", default=0)
    source: str = input_field(description="Where it comes from.")


@mutation(
    description="Enter a figure that is not counted. One that would tell of few people is kept as too small only.",
    personal=False,
    who=KEEPERS,
)
async def record_figure(info: Info, input: RecordFigureInput) -> IndicatorPeriodPayload:
    """SL-30."""
    row = await service.record_figure(
        info.context.write,
        service.RecordFigure(
            read_id(input.period_id), input.indicator, input.value, input.source, input.respondents
        ),
    )
    return IndicatorPeriodPayload(period=await period_type(info, row))
