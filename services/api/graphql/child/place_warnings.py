"""``placeWarnings``: what to think of before a meeting is called to a place."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, query
from services.api.graphql.ids import read_id
from services.api.graphql.model.reason import Reason, reasons
from services.core.casework import family


@query(
    description="What a place must be thought over for, where a name or address in the family is protected now.",
    personal=True,
    who=STAFF,
)
async def place_warnings(
    info: Info,
    child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")],
    place: Annotated[str, strawberry.argument(description="Where the meeting would be.")] = "",
) -> list[Reason]:
    """CPR-loven §28; trap 6. Nothing is refused."""
    found = await family.place_warnings(info.context.tx, read_id(child_id), place)
    return reasons(found, info.context.language)
