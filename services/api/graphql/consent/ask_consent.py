"""``askConsent``."""

import strawberry

from services.api.graphql.consent.payload import ConsentsPayload
from services.api.graphql.consent.types import consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.payloads import mutation
from services.core.consent import service


@input_type(description="A consent to ask for.")
class AskConsentInput:
    """A consent to ask for."""

    child_id: strawberry.ID = input_field(description="The child it is about.")
    purpose: str = input_field(description="Key of a consent purpose of the model.")
    meeting_id: strawberry.ID | None = input_field(description="The meeting it is asked for.", default=None)


@mutation(description="Ask each of those who must answer, for themselves.", who=STAFF)
async def ask_consent(info: Info, input: AskConsentInput) -> ConsentsPayload:
    """Every custody holder, and the young person from the model's age."""
    rows = await service.ask_consent(
        info.context.write, read_id(input.child_id), input.purpose, read_optional_id(input.meeting_id)
    )
    return ConsentsPayload(consents=[consent_type(row, info.context.now) for row in rows])
