"""What mutations of an import answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.intake.types import Intake
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The import after the change, or why it was not changed.")
class IntakePayload:
    """A changed import."""

    intake: Intake | None = field(description="It as it is now.", personal=False, default=None)
    errors: list[UserErrorType] = errors_field()
