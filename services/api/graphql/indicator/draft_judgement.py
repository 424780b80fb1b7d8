"""``draftJudgement``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import KEEPERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.indicator.payload import IndicatorPeriodPayload
from services.api.graphql.indicator.types import period_type
from services.api.graphql.payloads import mutation
from services.core.indicator import service


@input_type(description="The overall judgement of a period.")
class DraftJudgementInput:
    """A judgement."""

    period_id: strawberry.ID = input_field(description="The period.")
    judgement: str = input_field(description="What the figures say together, in words; about no child.")
    keep_reason: str | None = input_field(
        description="Why a word stays that is also the name of a child you know.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Write the overall judgement; it can be written again until the figures are released.",
    personal=False,
    who=KEEPERS,
)
async def draft_judgement(info: Info, input: DraftJudgementInput) -> IndicatorPeriodPayload:
    """ALL-09."""
    row = await service.draft_judgement(
        info.context.write,
        service.DraftJudgement(
            read_id(input.period_id), input.judgement, input.expected_version, input.keep_reason or ""
        ),
    )
    return IndicatorPeriodPayload(period=await period_type(info, row))
