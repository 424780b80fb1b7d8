"""``Hold`` and ``holds``."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, field, object_type, query
from services.api.graphql.ids import read_id
from services.api.graphql.people.types import staff_of
from services.core.errors import not_found
from services.core.retention import service


@object_type(description="A stop for the erasure of a child's casework.")
class Hold:
    """A hold."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    reason: str = field(description="Why the record must stay.", personal=True, sealed=True)
    placed_at: datetime = field(description="Since when.", personal=True)
    placed_by: str | None = field(description="Who placed it.", personal=True)
    lifted_at: datetime | None = field(description="When it was lifted; null while it stands.", personal=True)
    version: int = field(description="Give it as `expectedVersion` when you lift it.", personal=False)


@query(
    description="The holds on a child's caseworks. Seeing them shows nothing of the case.",
    personal=True,
    who=DPO,
)
async def holds(
    info: Info, child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")]
) -> list[Hold]:
    """Standing and lifted, newest first. NOT_FOUND where there is nothing to hold: without casework, absent or foreign."""
    dossiers = await service.dossiers_of_child(info.context.tx, read_id(child_id))
    if not dossiers:
        raise not_found()
    found: list[Hold] = []
    for dossier in dossiers:
        rows = await service.holds_of(info.context.tx, dossier)
        found += [await hold_type(info, row) for row in rows]
    return found


async def hold_type(info: Info, row: service.Hold) -> Hold:
    """A hold as the schema answers it."""
    people = await staff_of(info, [row.placed_by])
    return Hold(
        id=strawberry.ID(str(row.id)),
        reason=row.reason,
        placed_at=row.placed_at,
        placed_by=people[row.placed_by].name if row.placed_by in people else None,
        lifted_at=row.lifted_at,
        version=row.version,
    )
