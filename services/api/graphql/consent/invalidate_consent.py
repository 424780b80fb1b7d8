"""``invalidateConsent``."""

import strawberry

from services.api.graphql.consent.payload import ConsentPayload
from services.api.graphql.consent.types import consent_type
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.consent import recording


@input_type(description="An answer that was never valid.")
class InvalidateConsentInput:
    """Which, and why."""

    consent_id: strawberry.ID = input_field(description="The consent.")
    reason: str = input_field(description="Why it was never valid.")
    expected_version: int = input_field(description="The `version` you saw.")


@mutation(
    description="Say that a yes was never valid. What rests on it stops at once; `resting` lists what was shared.",
    who=STAFF,
)
async def invalidate_consent(info: Info, input: InvalidateConsentInput) -> ConsentPayload:
    """Other than a withdrawal, before which it was valid."""
    row = await recording.invalidate_consent(
        info.context.write, read_id(input.consent_id), input.reason, input.expected_version
    )
    return ConsentPayload(consent=consent_type(row, info.context.now))
