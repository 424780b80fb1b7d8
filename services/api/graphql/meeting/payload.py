"""What mutations of a meeting answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.meeting.agreement import Agreement
from services.api.graphql.meeting.types import Meeting
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The meeting after the change, or why it was not changed.")
class MeetingPayload:
    """A changed meeting."""

    meeting: Meeting | None = field(description="The meeting as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


@object_type(description="The agreement after the change, or why it was not changed.")
class AgreementPayload:
    """A changed agreement."""

    agreement: Agreement | None = field(
        description="The agreement as it is now.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()
