"""``placeHold``."""

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import DPO, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.retention.holds import hold_type
from services.api.graphql.retention.payload import HoldPayload
from services.core.errors import invalid, not_found
from services.core.retention import service


@input_type(description="A stop for the erasure of a child's casework.")
class PlaceHoldInput:
    """A hold."""

    child_id: strawberry.ID = input_field(description="The child.")
    reason: str = input_field(description="Why the record must stay.")


@mutation(description="Stop the erasure of a child's casework until the hold is lifted.", who=DPO)
async def place_hold(info: Info, input: PlaceHoldInput) -> HoldPayload:
    """Effective at once, also for an erasure that has begun but not yet taken rows."""
    if not input.reason.strip():
        raise invalid("retention.reason_missing", "input", "reason")
    dossiers = await service.dossiers_of_child(info.context.write, read_id(input.child_id))
    if not dossiers:
        raise not_found()
    placed = None
    for dossier in dossiers:
        hold = await service.place_hold(info.context.write, dossier, input.reason.strip())
        rows = await service.holds_of(info.context.write, dossier)
        placed = next(row for row in rows if row.id == hold)
    return HoldPayload(hold=None if placed is None else await hold_type(info, placed))
