"""``perspectiveDrawing``: a drawing, for those who may read what it belongs to."""

import base64
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, field, object_type, query
from services.api.graphql.ids import read_id
from services.core.perspective import store


@object_type(description="A drawing, as it was drawn anew without what a camera adds.")
class Drawing:
    """A drawing."""

    media_type: str = field(description="`image/jpeg`.", personal=False)
    content: str = field(description="The drawing as base64.", personal=True, sealed=True)


@query(
    description="The drawing of a perspective: for those who may read the perspective.",
    personal=True,
    who=FAMILY | STAFF,
)
async def perspective_drawing(
    info: Info,
    perspective_id: Annotated[strawberry.ID, strawberry.argument(description="The perspective.")],
) -> Drawing | None:
    """Absent and another's answer alike."""
    _, content = await store.drawing(info.context.tx, read_id(perspective_id))
    return Drawing(media_type="image/jpeg", content=base64.b64encode(content).decode("ascii"))
