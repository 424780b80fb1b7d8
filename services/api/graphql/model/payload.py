"""What a mutation of a version answers."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.model.types import ModelVersion
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The version as it stands now, or why nothing was done.")
class ModelVersionPayload:
    """A version."""

    version: ModelVersion | None = field(
        description="The version after the change.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()
