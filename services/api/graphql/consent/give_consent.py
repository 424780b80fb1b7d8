"""``giveConsent``."""

import strawberry

from services.api.graphql.consent.payload import ConsentPayload
from services.api.graphql.consent.types import consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consent import service


@input_type(description="A yes.")
class GiveConsentInput:
    """A yes to the text that was shown."""

    consent_id: strawberry.ID = input_field(description="The consent.")
    text_version: int = input_field(description="The `textVersion` that was shown.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(description="Say yes, to the text that was shown.", who=FAMILY)
async def give_consent(info: Info, input: GiveConsentInput) -> ConsentPayload:
    """Only the one who was asked can."""
    row = await service.give_consent(
        info.context.write, read_id(input.consent_id), input.text_version, input.expected_version
    )
    return ConsentPayload(consent=consent_type(row, info.context.now))
