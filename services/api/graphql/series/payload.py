"""What mutations of a series answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.series.types import Slot


@object_type(description="The times to come after the change, or why nothing was changed.")
class SlotsPayload:
    """Changed times."""

    slots: list[Slot] | None = field(description="They as they are now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
