"""What mutations of a meeting about nobody named answer."""

from services.api.graphql.consultation.types import Consultation, consultation_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.payloads import UserErrorType, errors_field
from services.core.consultation.store import ConsultationRow


@object_type(description="The meeting after the change, or why it was not changed.")
class ConsultationPayload:
    """A changed meeting."""

    consultation: Consultation | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()


def changed(row: ConsultationRow) -> ConsultationPayload:
    """A payload of a meeting that was changed."""
    return ConsultationPayload(consultation=consultation_type(row))
