"""What mutations of a process answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.process.types import Process


@object_type(description="The process after the change, or why it was not changed.")
class ProcessPayload:
    """A changed process."""

    process: Process | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
