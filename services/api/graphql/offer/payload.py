"""What mutations of an offer answer."""

from services.api.graphql.fields import field, object_type
from services.api.graphql.offer.types import Offer
from services.api.graphql.payloads import UserErrorType, errors_field


@object_type(description="The offer after the change, or why it was not changed.")
class OfferPayload:
    """A changed offer."""

    offer: Offer | None = field(description="It as it is now.", personal=True, default=None)
    errors: list[UserErrorType] = errors_field()
