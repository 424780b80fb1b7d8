"""``tenant``: whose system this is."""

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type, query


@object_type(description="The municipality.")
class Tenant:
    """The municipality."""

    slug: str = field(description="Its short name, as in its address.", personal=False)


@query(description="The municipality whose system this is.", personal=False)
async def tenant(info: Info) -> Tenant:
    """Answer for the host of the request."""
    return Tenant(slug=info.context.actor.tenant_slug)
