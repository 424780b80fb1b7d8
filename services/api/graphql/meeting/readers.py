"""``ReaderChoice``: whom one of the family lets read the record of a meeting."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import field, object_type
from services.api.graphql.model.loading import version_of
from services.core.meeting import readers, store
from services.core.meeting.store import MeetingRow


@object_type(description="The viewer's own choice of who may read the record. Nobody sees another's.")
class ReaderChoice:
    """A choice, or that there is none yet."""

    possible: list[strawberry.ID] = field(
        description="Participants who can be chosen; convener and chair write the record and always read it.",
        personal=True,
    )
    chosen: list[strawberry.ID] = field(description="Those the viewer has chosen.", personal=True)
    chosen_at: datetime | None = field(
        description="When the viewer chose last; null: not yet.", personal=True
    )
    version: int = field(description="Give it as `expectedVersion` when you choose.", personal=False)


async def is_closed(info: Info, row: MeetingRow) -> bool:
    """Whether the record is not the viewer's to read; asked once an operation."""
    closed = await info.context.once("closed-records", lambda: readers.closed_records(info.context.tx))
    return row.id in closed


async def reader_choice_of(info: Info, row: MeetingRow) -> ReaderChoice | None:
    """None where the model lets the family choose nothing."""
    model = await version_of(info, row.model_version_id)
    if not model.meeting(row.type).family.chooses_readers:
        return None
    own = await readers.own_choice(info.context.tx, row.id)
    circle = await store.participants(info.context.tx, row.id)
    possible = [
        one.id
        for one in circle
        if one.kind == "professional"
        and one.status == "invited"
        and one.person_id not in (row.convener_id, row.chair_id)
    ]
    return ReaderChoice(
        possible=[strawberry.ID(str(one)) for one in possible],
        chosen=[strawberry.ID(str(one)) for one in (own.readers if own else ()) if one in possible],
        chosen_at=own.chosen_at if own else None,
        version=own.version if own else 0,
    )
