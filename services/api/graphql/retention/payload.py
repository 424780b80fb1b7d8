"""What mutations of a hold answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.retention.holds import Hold


@object_type(description="The hold after the change, or why it was not changed.")
class HoldPayload:
    """A changed hold."""

    hold: Hold | None = field(description="The hold as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
