"""``freeTimes`` and ``freeTimesToCall``."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

import strawberry

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, field, object_type, query
from services.api.graphql.ids import read_id, read_optional_id
from services.core.calendar import local_day
from services.core.casework.service import load_case
from services.core.errors import ErrorCode, UserError
from services.core.identity import PersonId
from services.core.meeting import leading, store
from services.core.person import colleagues
from services.core.scheduling import finding
from services.core.scheduling.finding import Search
from services.core.scheduling.rules import Slot

FromDay = Annotated[
    date | None, strawberry.argument(description="The first day; today if absent.", name="from")
]
Weeks = Annotated[int, strawberry.argument(description="For so many weeks, 1 to 8.")]


@object_type(
    description="A time for a meeting, and who of the professionals is busy then. Families' calendars nobody knows."
)
class FreeTime:
    """A time."""

    starts_at: datetime = field(description="When the meeting would begin.", personal=False)
    ends_at: datetime = field(description="When it would end.", personal=False)
    in_time: bool = field(
        description="Whether all that the model wants done before a meeting on that day can still be done.",
        personal=False,
    )
    busy: list[str] = field(description="The names of the professionals who are busy then.", personal=True)


@query(
    description="The best times to which a meeting could be moved, for who leads it.",
    personal=True,
    who=STAFF,
)
async def free_times(
    info: Info,
    meeting_id: Annotated[strawberry.ID, strawberry.argument(description="The meeting.")],
    from_day: FromDay = None,
    weeks: Weeks = 4,
) -> list[FreeTime]:
    """Working hours on working days; what the model's deadlines can be met for comes first."""
    tx = info.context.tx
    row = await store.meeting(tx, read_id(meeting_id))
    if not await leading.leads(tx, row):
        raise UserError(ErrorCode.FORBIDDEN, "meeting.not_yours")
    found = await finding.slots_for_meeting(tx, row, Search(from_day or local_day(tx.now), weeks))
    return await _shown(info, found)


@query(
    description="The best times for a meeting about a child that is thought of, with these professionals and the viewer.",
    personal=True,
    who=STAFF,
)
async def free_times_to_call(
    info: Info,
    child_id: Annotated[strawberry.ID, strawberry.argument(description="The child.")],
    type: Annotated[str, strawberry.argument(description="Key of the meeting type.")],
    people: Annotated[
        list[strawberry.ID], strawberry.argument(description="Professionals who are thought of.")
    ],
    problem_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="The problem it would be about.")
    ] = None,
    minutes: Annotated[
        int | None, strawberry.argument(description="Its length; the model's own if absent.")
    ] = None,
    from_day: FromDay = None,
    weeks: Weeks = 4,
) -> list[FreeTime]:
    """It takes that the viewer works with the child; of others than professionals nothing is known."""
    tx = info.context.tx
    case = await load_case(tx, PersonId(read_id(child_id)))
    found = await finding.slots_for_call(
        tx,
        case,
        type,
        [read_id(one) for one in people],
        Search(from_day or local_day(tx.now), weeks),
        problem=read_optional_id(problem_id),
        minutes=minutes,
    )
    return await _shown(info, found)


async def _shown(info: Info, slots: Sequence[Slot[PersonId]]) -> list[FreeTime]:
    names = await colleagues.names(info.context.tx, {person for slot in slots for person in slot.busy})
    return [
        FreeTime(
            starts_at=slot.starts_at,
            ends_at=slot.ends_at,
            in_time=slot.in_time,
            busy=sorted(names.get(person, "") for person in slot.busy),
        )
        for slot in slots
    ]
