"""``answerReport``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import KEEPERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.report.payload import UpwardReportPayload
from services.api.graphql.report.types import report_type
from services.core.report import service


@input_type(description="An answer to what was told upwards.")
class AnswerReportInput:
    """An answer."""

    report_id: strawberry.ID = input_field(description="The report.")
    answer: str = input_field(description="The answer; about no child.")
    keep_reason: str | None = input_field(
        description="Why a word stays that is also the name of a child you know.", default=None
    )
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Answer what was told upwards, once. The writer reads the answer.", who=KEEPERS)
async def answer_report(info: Info, input: AnswerReportInput) -> UpwardReportPayload:
    """SL-32."""
    row = await service.answer_report(
        info.context.write,
        read_id(input.report_id),
        input.answer,
        input.expected_version,
        input.keep_reason or "",
    )
    return UpwardReportPayload(report=report_type(info, row))
