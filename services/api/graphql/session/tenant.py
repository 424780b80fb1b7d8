"""``tenant``: whose system this is."""

from services.api.graphql.context import Info
from services.api.graphql.fields import EVERYONE, field, object_type, query
from services.core.tenancy.service import current_model


@object_type(description="The municipality.")
class Tenant:
    """The municipality."""

    slug: str = field(description="Its short name, as in its address.", personal=False)
    name: str = field(description="Its name.", personal=False)
    cvr: str = field(description="Its CVR number, eight digits.", personal=False)
    model_version: int = field(description="Number of the model version in force.", personal=False)
    population: str | None = field(description="Whom the model covers, in words.", personal=False)
    contact_email: str | None = field(
        description="Where the municipality answers about the system.", personal=False
    )
    contact_phone: str | None = field(description="The same by telephone.", personal=False)
    languages: list[str] = field(description="Languages of the portal, the default first.", personal=False)


@query(description="The municipality whose system this is.", personal=False, who=EVERYONE)
async def tenant(info: Info) -> Tenant:
    """Answer for the host of the request."""
    in_force = await current_model(info.context.tx)
    told = in_force.model.tenant
    return Tenant(
        slug=told.id,
        name=told.name,
        cvr=told.cvr,
        model_version=in_force.number,
        population=in_force.model.population.name.in_language(info.context.language) or None,
        contact_email=told.contact.email or None,
        contact_phone=told.contact.phone or None,
        languages=list(told.languages),
    )
