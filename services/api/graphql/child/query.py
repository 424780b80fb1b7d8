"""``children`` and ``child``."""

from typing import Annotated

import strawberry

from services.api.graphql.child.types import Child, child_type
from services.api.graphql.connections import After, Connection, First, page_of, placed
from services.api.graphql.context import Info
from services.api.graphql.fields import query
from services.api.graphql.ids import read_id, read_optional_id
from services.core.errors import not_found
from services.core.identity import PersonId
from services.core.person import reading


@query(
    description="The children whom the viewer may see, by name: a leader's own unit, a family's own.",
    personal=True,
)
async def children(
    info: Info,
    search: Annotated[str, strawberry.argument(description="The beginning of any part of the name.")] = "",
    unit_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(description="Only of this unit; needed above 2,000 children."),
    ] = None,
    first: First = 25,
    after: After = None,
) -> Connection[Child]:
    """Sorted after opening, over the viewer's bounded set: there is no search across a municipality's names."""
    page = page_of("children", first, after)
    found = await reading.children(
        info.context.tx,
        search=search,
        unit=read_optional_id(unit_id),
        first=page.first,
        after=page.after_id,
    )
    return placed(page, [(child_type(one), (str(one.id),)) for one in found.items], found.has_next)


@query(description="One child. Absent and another's answer alike.", personal=True)
async def child(
    info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The child.")]
) -> Child | None:
    """A child the viewer may see."""
    found = await reading.child(info.context.tx, PersonId(read_id(id)))
    if found is None:
        raise not_found()
    return child_type(found)
