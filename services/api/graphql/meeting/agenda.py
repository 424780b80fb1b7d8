"""``AgendaItem``."""

from datetime import datetime
from enum import Enum

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import field, object_type
from services.api.graphql.meeting.participant import rows_of, shown_name
from services.api.graphql.model.loading import version_of
from services.core.keys.seal import SealLabel
from services.core.meeting import store
from services.core.meeting.agenda_times import agenda_times
from services.core.meeting.store import AgendaDetails, MeetingRow
from services.core.meeting.undoing import may_take_back
from services.core.person import colleagues


class AgendaOrigin(Enum):
    """Where a point comes from."""

    MODEL = "model"
    FAMILY = "family"
    PROFESSIONAL = "professional"


enum_type(
    AgendaOrigin,
    description="Where a point of the agenda comes from.",
    values={
        "MODEL": "The municipality's model brings it along.",
        "FAMILY": "The family added it.",
        "PROFESSIONAL": "A professional added it.",
    },
)


@object_type(description="A point of the agenda.")
class AgendaItem:
    """A point."""

    id: strawberry.ID = field(description="Its id.", personal=False)
    text: str = field(description="Its words.", personal=True, sealed=True)
    origin: AgendaOrigin = field(description="Where it comes from.", personal=True)
    added_by: str | None = field(description="Who added it; null for the model's own.", personal=True)
    position: int = field(description="Its place, from 1.", personal=False)
    starts_at: datetime = field(
        description="When it begins, by the model's minutes and even parts of the rest.", personal=True
    )
    minutes: int = field(description="How long it takes, so reckoned.", personal=False)
    may_take_back: bool = field(
        description="Whether the viewer has just added it and may undo that (`takeBackAgendaItem`).",
        personal=True,
    )


async def agenda_of(info: Info, meeting: MeetingRow) -> list[AgendaItem]:
    """The agenda in its order."""
    tx = info.context.tx
    rows = await store.agenda(tx, meeting.id)
    staff = await colleagues.staff(tx, [row.added_by for row in rows if row.added_by is not None])
    family = {row.person_id: row for row in await rows_of(info, meeting) if row.person_id is not None}
    model = await version_of(info, meeting.model_version_id)
    own = {
        point.key: point.text.in_language(info.context.language)
        for point in model.meeting(meeting.type).agenda
    }
    opened_ones = [
        await tx.open_sealed(SealLabel.AGENDA_ITEM, row.dossier_id, row.id, row.sealed, AgendaDetails)
        for row in rows
    ]
    given = {point.key: point.minutes for point in model.meeting(meeting.type).agenda}
    times = agenda_times(meeting.starts_at, meeting.ends_at, [given.get(one.key, 0) for one in opened_ones])
    items = []
    for row, opened, slot in zip(rows, opened_ones, times, strict=True):
        by = None
        if row.added_by in staff:
            by = staff[row.added_by].name
        elif row.added_by in family:
            place = family[row.added_by]
            by = await shown_name(info, place, await store.participant_details(tx, place), place.role)
        items.append(
            AgendaItem(
                id=strawberry.ID(str(row.id)),
                text=own.get(opened.key, opened.text),
                origin=AgendaOrigin(row.origin),
                added_by=by,
                position=row.position,
                starts_at=slot.starts_at,
                minutes=slot.minutes,
                may_take_back=may_take_back(tx, meeting, row),
            )
        )
    return items
