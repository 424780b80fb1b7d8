"""What mutations of a period's figures answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.indicator.types import IndicatorPeriod
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The period after the change, or why it was not changed.")
class IndicatorPeriodPayload:
    """A changed period."""

    period: IndicatorPeriod | None = field(description="It as it is now.", personal=False, default=None)
    errors: list[UserErrorType] = errors_field()
