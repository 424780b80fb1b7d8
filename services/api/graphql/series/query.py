"""``slots`` and ``seriesTypes``: the times fixed at a place, and what can be fixed there."""

from datetime import datetime
from typing import Annotated

import strawberry

from services.api.graphql.connections import After, Connection, First, connection, from_list, page_of
from services.api.graphql.consultation.plan import ConsultationRole, District, districts_of, roles_of
from services.api.graphql.context import Info
from services.api.graphql.fields import LEADERS, STAFF, computed, field, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.api.graphql.model.loading import model_in_force
from services.api.graphql.series.types import Slot, slot_types
from services.core.consultation.calling import plan_for
from services.core.consultation.rules import callable_types
from services.core.errors import invalid, not_found
from services.core.identity import UnitId
from services.core.series import store
from services.core.series.rules import FIXED, series_key, series_name, types_of, with_series
from services.core.series.service import last_slot, proposed
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model


@object_type(description="A kind of meeting whose times a place can fix ahead.")
class SeriesType:
    """A kind of meeting."""

    meeting: strawberry.Private[MeetingType]
    unit: strawberry.Private[UnitId]
    type: str = field(description="Give it as `type`.", personal=False)
    type_name: str = field(description="In words.", personal=False)
    wanted: bool = field(description="Whether the model's rhythm asks for fixed times.", personal=False)
    rhythm: str | None = field(description="The model's words about how often.", personal=False)

    minutes: int = field(description="The model's own length.", personal=False)

    @computed(description="The districts that it can be for.", personal=False)
    async def districts(self, info: Info) -> list[District]:
        """As the model has them."""
        return districts_of(await model_in_force(info), info.context.language)

    @computed(
        description="The circle of the meeting about nobody named that will stand at each time; empty where the kind has none.",
        personal=True,
    )
    async def roles(self, info: Info) -> list[ConsultationRole]:
        """To say who comes each time."""
        model = await model_in_force(info)
        unnamed = {one.key for one in callable_types(model)}
        found = next((one for one in types_of(model, series_key(self.meeting)) if one.key in unnamed), None)
        if found is None:
            return []
        planned = await plan_for(info.context.tx, model, self.unit, found.key, info.context.now)
        return await roles_of(info, self.unit, planned)

    @computed(description="Where the last of them is held; null: none is fixed yet.", personal=False)
    async def place(self, info: Info) -> str | None:
        """Nothing is asked for twice."""
        last = await last_slot(info.context.tx, self.unit, self.meeting)
        return last.place if last else None

    @computed(
        description="Times that the rhythm proposes, on from the last that is fixed: for a leader to change.",
        personal=False,
    )
    async def proposed(self, info: Info) -> list[datetime]:
        """Never on a day off."""
        return await proposed(info.context.tx, self.unit, self.meeting)


@query(
    description="The times to come that are fixed at a unit and at those above it; without one, at every place of the "
    "viewer's. For calling a named meeting: take one of these as `startsAt`.",
    personal=True,
    who=STAFF,
)
async def slots(
    info: Info,
    unit_id: Annotated[strawberry.ID | None, strawberry.argument(description="A unit.")] = None,
    type: Annotated[str | None, strawberry.argument(description="Key of a meeting type; null: all.")] = None,
    first: First = 25,
    after: After = None,
) -> Connection[Slot]:
    """Empty for a place that is not the viewer's; at most 200 are ahead."""
    page = page_of("slots", first, after)
    kind = None
    if type is not None:
        model = await model_in_force(info)
        meeting = next((one for one in model.meetings if one.key == type), None)
        if meeting is None:
            raise invalid("meeting.unknown_type", "type")
        kind = series_key(meeting)
    rows = await store.slots_ahead(info.context.tx, read_optional_id(unit_id), kind)
    kept, more = from_list(page, rows, lambda row: str(row.id))
    shown = await slot_types(info, [row for row, _ in kept])
    return connection(([(one, cursor) for one, (_, cursor) in zip(shown, kept, strict=True)], more))


UnitArgument = Annotated[strawberry.ID, strawberry.argument(description="A unit that the viewer leads.")]


@query(
    description="The kinds of meeting whose times can be fixed ahead at a unit that the viewer leads.",
    personal=True,
    who=LEADERS,
)
async def series_types(info: Info, unit_id: UnitArgument) -> list[SeriesType]:
    """Those whose rhythm asks for it first."""
    unit, model = await _led_unit(info, unit_id), await model_in_force(info)
    return [_series_type(info, model, unit, meeting) for meeting in with_series(model)]


@query(description="One of them, with what its rhythm proposes.", personal=True, who=LEADERS)
async def series_type(
    info: Info,
    unit_id: UnitArgument,
    type: Annotated[str, strawberry.argument(description="Key of a meeting type.")],
) -> SeriesType:
    """INVALID_INPUT for a type that the model lacks."""
    unit, model = await _led_unit(info, unit_id), await model_in_force(info)
    meeting = next((one for one in model.meetings if one.key == type), None)
    if meeting is None:
        raise invalid("meeting.unknown_type", "type")
    return _series_type(info, model, unit, meeting)


async def _led_unit(info: Info, unit_id: strawberry.ID) -> UnitId:
    unit = UnitId(read_id(unit_id))
    if not await store.works_at(info.context.tx, unit):
        raise not_found()
    return unit


def _series_type(info: Info, model: Model, unit: UnitId, meeting: MeetingType) -> SeriesType:
    language = info.context.language
    return SeriesType(
        meeting=meeting,
        unit=unit,
        type=meeting.key,
        type_name=series_name(model, series_key(meeting), language),
        wanted=meeting.rhythm.kind in FIXED,
        rhythm=(meeting.rhythm.note or meeting.rhythm.why).in_language(language) or None,
        minutes=meeting.minutes,
    )
