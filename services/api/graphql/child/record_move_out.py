"""``recordMoveOut``."""

from datetime import date

import strawberry

from services.api.graphql.child.payload import ChildPayload, child_payload
from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.core.casework import family


@input_type(description="A child moves out of the municipality.")
class RecordMoveOutInput:
    """When, and what was agreed."""

    child_id: strawberry.ID = input_field(description="The child.")
    moved_on: date = input_field(description="The first Danish day in the other municipality.")
    to: str | None = input_field(description="Where to, for people; nothing is sent there.", default=None)
    handover_agreed_on: date | None = input_field(
        description="When a handover was agreed by consent; null: today, where `handover` says what.",
        default=None,
    )
    handover: str | None = input_field(
        description="What was agreed to be handed over, and who consented.", default=None
    )


@mutation(
    description="Record that a child moves out: access ends on the day, the case is closed, and nothing is sent.",
    who=STAFF,
)
async def record_move_out(info: Info, input: RecordMoveOutInput) -> ChildPayload:
    """trap 20: the next municipality gets nothing by itself. Said again with the same day, the handover is added."""
    child = read_id(input.child_id)
    await family.record_child_moved(
        info.context.write,
        family.ChildMoved(
            child, input.moved_on, input.to or "", input.handover_agreed_on, input.handover or ""
        ),
    )
    return await child_payload(info, child)
