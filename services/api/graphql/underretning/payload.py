"""What mutations of an underretning answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.underretning.types import Underretning


@object_type(description="The underretning after the change, or why it was not changed.")
class UnderretningPayload:
    """A changed underretning."""

    underretning: Underretning | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
