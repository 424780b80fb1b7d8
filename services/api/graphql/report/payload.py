"""What mutations of an upward report answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.api.graphql.report.types import UpwardReport


@object_type(description="The report after the change, or why it was not changed.")
class UpwardReportPayload:
    """A changed report."""

    report: UpwardReport | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
