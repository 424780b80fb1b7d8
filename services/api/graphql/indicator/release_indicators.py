"""``releaseIndicators``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import KEEPERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.indicator.payload import IndicatorPeriodPayload
from services.api.graphql.indicator.types import period_type
from services.api.graphql.payloads import mutation
from services.core.indicator import service


@input_type(description="A period to release.")
class ReleaseIndicatorsInput:
    """A release."""

    period_id: strawberry.ID = input_field(description="The period.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Release a period's figures with their judgement. Nothing of it changes after that.",
    personal=False,
    who=KEEPERS,
)
async def release_indicators(info: Info, input: ReleaseIndicatorsInput) -> IndicatorPeriodPayload:
    """ALL-09: numbers never leave alone."""
    row = await service.release_indicators(
        info.context.write, read_id(input.period_id), input.expected_version
    )
    return IndicatorPeriodPayload(period=await period_type(info, row))
