"""``reportUpward``."""

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.model.form_field import FormValueInput, answers_given
from services.api.graphql.payloads import mutation
from services.api.graphql.report.payload import UpwardReportPayload
from services.api.graphql.report.types import report_type
from services.core.report import service


@input_type(description="Something to tell upwards; never about a child.")
class ReportUpwardInput:
    """A report."""

    report: str = input_field(description="Key of the kind, of `reportKinds`.")
    values: list[FormValueInput] = input_field(description="Answers to its form.")
    keep_reason: str | None = input_field(
        description="Why a word stays that is also the name of a child you know. A number like a CPR number never stays.",
        default=None,
    )


@mutation(
    description="Tell upwards that legislation or structure stands in the way. Never about a child.",
    who=STAFF,
)
async def report_upward(info: Info, input: ReportUpwardInput) -> UpwardReportPayload:
    """SL-32."""
    row = await service.report_upward(
        info.context.write,
        service.ReportUpward(input.report, answers_given(input.values), input.keep_reason or ""),
    )
    return UpwardReportPayload(report=report_type(info, row))
