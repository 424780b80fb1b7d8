"""``tenant``: whose system this is."""

from datetime import date

from services.api.graphql.context import Info
from services.api.graphql.fields import EVERYONE, field, object_type, query
from services.core.calendar.instants import local_day
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
    colour: str = field(
        description="Its colour as `#rrggbb`, dark enough to be read on white.", personal=False
    )
    address: str | None = field(description="The line at the foot of its documents.", personal=False)
    logo: str | None = field(
        description="Its logo as SVG: a drawing that runs nothing and refers to nothing.", personal=False
    )
    today: date = field(description="The day it is there, for what people experience.", personal=False)


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
        colour=told.look.colour,
        address=told.look.address or None,
        logo=in_force.model.logo or None,
        today=local_day(info.context.now),
    )
