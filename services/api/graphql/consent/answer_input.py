"""The input of a no."""

import strawberry

from services.api.graphql.fields import input_field, input_type


@input_type(description="A no, or the end of a yes.")
class AnswerConsentInput:
    """Which consent, at which version."""

    consent_id: strawberry.ID = input_field(description="The consent.")
    expected_version: int = input_field(description="The `version` you saw.")
