"""``tellBusyTimes``."""

from datetime import datetime

from services.api.graphql.context import Info
from services.api.graphql.fields import ADMINISTRATORS, field, input_field, input_type, object_type
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.scheduling import busy
from services.core.scheduling.rules import Interval


@object_type(description="What was kept of what the municipality's calendar told, or why nothing was.")
class TellBusyTimesPayload:
    """Told busy times."""

    told: list[int | None] | None = field(
        description="Of each of the people, in their order: how many intervals were kept; null: nobody has that address.",
        personal=False,
        default=None,
    )
    errors: list[UserErrorType] = errors_field()


@input_type(description="An interval in which somebody is busy.")
class BusyIntervalInput:
    """An interval."""

    starts_at: datetime = input_field(description="From when.")
    ends_at: datetime = input_field(description="Until when.")


@input_type(description="When a professional is busy.")
class BusyPersonInput:
    """A professional's busy times."""

    email: str = input_field(description="The work address, as Rundbord knows it.")
    intervals: list[BusyIntervalInput] = input_field(description="All of them, for the next half year.")


@input_type(description="Busy times of professionals, from the municipality's calendar.")
class TellBusyTimesInput:
    """Busy times."""

    people: list[BusyPersonInput] = input_field(
        description="At most 200. What was told of each of them before is replaced."
    )


@mutation(
    description="Tell when professionals are busy, from the municipality's calendar: times and nothing else.",
    personal=False,
    who=ADMINISTRATORS,
)
async def tell_busy_times(info: Info, input: TellBusyTimesInput) -> TellBusyTimesPayload:
    """There is no field for what, where or with whom."""
    told = [
        busy.Told(one.email, [Interval(each.starts_at, each.ends_at) for each in one.intervals])
        for one in input.people
    ]
    return TellBusyTimesPayload(told=await busy.tell(info.context.write, told))
