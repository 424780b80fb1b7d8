"""``answerAccessRequest``."""

import strawberry

from services.api.graphql.access_request.types import AccessRequestPayload, request_type
from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.access_request import service


@input_type(description="An answer.")
class AnswerAccessRequestInput:
    """An answer."""

    access_request_id: strawberry.ID = input_field(description="The request.")
    granted: bool = input_field(description="False: it is refused.")
    answer: str = input_field(description="What is answered or, refused, why; in words for who asked.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Answer a request, or refuse it with the reason. Of a copy, who asked fetches it themselves.",
    who=DPO,
)
async def answer_access_request(info: Info, input: AnswerAccessRequestInput) -> AccessRequestPayload:
    """GDPR art. 12(3) and (4)."""
    row = await service.answer_access_request(
        info.context.write,
        read_id(input.access_request_id),
        input.granted,
        input.answer,
        input.expected_version,
    )
    return AccessRequestPayload(access_request=request_type(info, row))
