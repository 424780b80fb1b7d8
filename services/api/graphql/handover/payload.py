"""What mutations of a handover answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.handover.types import Handover
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The handover after the change, or why it was not changed.")
class HandoverPayload:
    """A changed handover."""

    handover: Handover | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
