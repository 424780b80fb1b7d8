"""What mutations of a measure answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.measure.types import Measure
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The measure after the change, or why it was not changed.")
class MeasurePayload:
    """A changed measure."""

    measure: Measure | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
