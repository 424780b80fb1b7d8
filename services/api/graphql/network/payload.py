"""What mutations of a network take and answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.network.types import Network
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The network after the change, or why it was not changed.")
class NetworkPayload:
    """A changed network."""

    network: Network | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
