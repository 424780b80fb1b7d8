"""What mutations of a consent answer."""

from services.api.graphql.consent.types import Consent
from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The consent after the answer, or why it was not taken.")
class ConsentPayload:
    """An answered consent."""

    consent: Consent | None = field(description="The consent as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@object_type(description="The consents asked for, or why not.")
class ConsentsPayload:
    """Consents asked for."""

    consents: list[Consent] | None = field(
        description="Those asked now; who has answered yes or not yet is not asked twice.",
        personal=True,
        default=None,
    )
    errors: list[UserErrorType] = errors_field()
