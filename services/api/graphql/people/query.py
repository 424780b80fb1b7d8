"""``staff``: professionals to choose participants from."""

from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, page_of, placed
from services.api.graphql.context import Info
from services.api.graphql.fields import EMPLOYED, query
from services.api.graphql.people.types import Staff, staff_of
from services.core.person import colleagues


@query(description="Professionals employed now, in Danish alphabetical order.", personal=True, who=EMPLOYED)
async def staff(
    info: Info,
    search: Annotated[str, strawberry.argument(description="The beginning of any part of the name.")] = "",
    profession: Annotated[str, strawberry.argument(description="Key of a profession of the model.")] = "",
    first: First = 25,
    after: After = None,
) -> Connection[Staff]:
    """A page of the municipality's professionals."""
    page = page_of("staff", first, after)
    found = await colleagues.staff_page(
        info.context.tx,
        search=search,
        profession=profession,
        first=page.first,
        after=page.after_id,
    )
    words = await staff_of(info, [one.person_id for one in found.items])
    nodes = [(words[one.person_id], (str(one.person_id),)) for one in found.items]
    return placed(page, nodes, found.has_next)
