"""``withdrawConsent``."""

from services.api.graphql.consent.answer_input import AnswerConsentInput
from services.api.graphql.consent.payload import ConsentPayload
from services.api.graphql.consent.types import consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consent import service


@mutation(description="Take back a yes. What rests on it stops at once.", who=FAMILY)
async def withdraw_consent(info: Info, input: AnswerConsentInput) -> ConsentPayload:
    """Valid until now; what was lawfully recorded stays."""
    row = await service.withdraw_consent(
        info.context.write, read_id(input.consent_id), input.expected_version
    )
    return ConsentPayload(consent=consent_type(row, info.context.now))
