"""``declineConsent``."""

from services.api.graphql.consent.answer_input import AnswerConsentInput
from services.api.graphql.consent.payload import ConsentPayload
from services.api.graphql.consent.types import consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consent import service


@mutation(description="Say no.", who=FAMILY)
async def decline_consent(info: Info, input: AnswerConsentInput) -> ConsentPayload:
    """No effect on anything but what was asked."""
    row = await service.decline_consent(info.context.write, read_id(input.consent_id), input.expected_version)
    return ConsentPayload(consent=consent_type(row, info.context.now))
