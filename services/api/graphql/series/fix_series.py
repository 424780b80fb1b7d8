"""``fixSeries``."""

from datetime import datetime

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import LEADERS, input_field, input_type
from services.api.graphql.ids import read_id
from services.api.graphql.payloads import mutation
from services.api.graphql.series.payload import SlotsPayload
from services.api.graphql.series.types import slot_types
from services.core.series import service


@input_type(description="A professional who comes each time.")
class SeriesMemberInput:
    """A member."""

    role: str = input_field(description="Key of the role.")
    person_id: strawberry.ID = input_field(description="The professional.")


@input_type(description="Times to fix. A place settles dates, places and persons; all else is the model's.")
class FixSeriesInput:
    """Times to fix."""

    unit_id: strawberry.ID = input_field(description="The unit, which the writer leads.")
    type: str = input_field(description="Key of the meeting type; types of one kind stand in one series.")
    starts_at: list[datetime] = input_field(description="When each begins. None on a day off.")
    duration_minutes: int | None = input_field(
        description="Minutes; the model's own length if absent.", default=None
    )
    place: str = input_field(description="Where they are held.")
    district: str | None = input_field(description="Key of a district of the model.", default=None)
    members: list[SeriesMemberInput] = input_field(description="Who comes each time.", default=())
    keep_reason: str | None = input_field(
        description="Why a name in the place may stay, where the check warns of one.", default=None
    )


@mutation(
    description="Fix the times of a type of meeting ahead. Where the type has a form without names, a meeting to ask for "
    "time at stands at each.",
    who=LEADERS,
)
async def fix_series(info: Info, input: FixSeriesInput) -> SlotsPayload:
    """SL-01, SL-10, RI-13, RI-16."""
    rows = await service.fix_series(
        info.context.write,
        service.FixSeries(
            unit=read_id(input.unit_id),
            type=input.type,
            starts_at=tuple(input.starts_at),
            place=input.place,
            minutes=input.duration_minutes,
            district=input.district or "",
            members=tuple(service.Member(one.role, read_id(one.person_id)) for one in input.members),
            keep=input.keep_reason or "",
        ),
    )
    return SlotsPayload(slots=await slot_types(info, rows))
