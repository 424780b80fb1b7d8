"""``guides``, ``guide`` and ``directory``."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import FAMILY, STAFF, query
from services.api.graphql.guide.types import (
    DirectoryEntry,
    Guide,
    GuideLink,
    entry_type,
    guide_text,
    heading_of,
    readable_guides,
)
from services.api.graphql.model.loading import model_in_force
from services.core.errors import not_found


@query(
    description="The guides and methods that are written for the viewer.", personal=False, who=FAMILY | STAFF
)
async def guides(info: Info) -> list[GuideLink]:
    """SL-17, SL-33, RI-28: of the model in force."""
    return readable_guides(info, await model_in_force(info))


@query(description="One guide that is written for the viewer.", personal=False, who=FAMILY | STAFF)
async def guide(info: Info, key: Annotated[str, strawberry.argument(description="Its key.")]) -> Guide | None:
    """RI-28, RI-41."""
    model = await model_in_force(info)
    known = next((one for one in readable_guides(info, model) if one.key == key and key), None)
    text = guide_text(model, key, info.context.language) if known else None
    if known is None or text is None:
        raise not_found()
    return Guide(key=key, name=heading_of(text) or known.name, markdown=text)


@query(description="Whom to reach in which situation, in the model's order.", personal=False, who=STAFF)
async def directory(info: Info) -> list[DirectoryEntry]:
    """SL-17: the whole directory, for no child in particular."""
    model = await model_in_force(info)
    return [entry_type(info, model, one) for one in model.directory]
