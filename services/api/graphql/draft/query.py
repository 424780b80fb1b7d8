"""``drafts``: what the viewer is writing about a meeting or a child."""

from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.draft.types import AUTHORS, Draft, DraftAbout, about, draft_type
from services.api.graphql.fields import query
from services.core.draft import service


@query(
    description="The viewer's own drafts about a meeting or a child, in this capacity.",
    personal=True,
    who=AUTHORS,
)
async def drafts(
    info: Info,
    kind: Annotated[DraftAbout, strawberry.argument(description="What `aboutId` names.")],
    about_id: Annotated[strawberry.ID, strawberry.argument(description="The meeting or the child.")],
) -> list[Draft]:
    """NOT_FOUND for what is absent or another's; kept 14 days after the last word."""
    return [draft_type(row) for row in await service.drafts(info.context.tx, about(kind, about_id))]
