"""``contactChoice``."""

from services.api.graphql.contact.types import ContactChoice, own_choice
from services.api.graphql.context import Info
from services.api.graphql.fields import query


@query(description="How the viewer is reached and wants to be told: their own alone.", personal=True)
async def contact_choice(info: Info) -> ContactChoice:
    """Also for who has chosen nothing yet: then what holds is what the municipality does."""
    return await own_choice(info)
