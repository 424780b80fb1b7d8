"""``busyTimes``, ``loadBusyTimes``, ``forgetBusyTimes`` and ``tellBusyTimes``."""

import base64
import binascii
from datetime import datetime
from enum import Enum

from services.api.graphql.context import Info
from services.api.graphql.enums import enum_type
from services.api.graphql.fields import (
    ADMINISTRATORS,
    STAFF,
    field,
    input_field,
    input_type,
    object_type,
    query,
)
from services.api.graphql.payloads import UserErrorType, errors_field, mutation
from services.core.errors import invalid
from services.core.scheduling import busy
from services.core.scheduling.rules import Interval


class BusySource(Enum):
    """Who told a busy time."""

    FILE = "file"
    SYSTEM = "system"


enum_type(
    BusySource,
    description="Who told a busy time.",
    values={"FILE": "The professional, with a calendar file.", "SYSTEM": "The municipality's calendar."},
)


@object_type(description="When the viewer is busy. There is nothing more to know of it than the two times.")
class BusyTime:
    """A busy time."""

    starts_at: datetime = field(description="From when.", personal=True)
    ends_at: datetime = field(description="Until when.", personal=True)
    source: BusySource = field(description="Who told it.", personal=True)
    told_at: datetime = field(description="When it was told.", personal=True)


@object_type(
    description="What is kept of the viewer's busy times after the change, or why nothing was changed."
)
class BusyTimesPayload:
    """Changed busy times."""

    kept: int | None = field(
        description="How many intervals are kept of the file.", personal=True, default=None
    )
    errors: list[UserErrorType] = errors_field()


@object_type(description="What was kept of what the municipality's calendar told, or why nothing was.")
class TellBusyTimesPayload:
    """Told busy times."""

    told: list[int | None] | None = field(
        description="Of each of the people, in their order: how many intervals were kept; null: nobody has that address.",
        personal=False,
        default=None,
    )
    errors: list[UserErrorType] = errors_field()


@input_type(description="A calendar file.")
class LoadBusyTimesInput:
    """A calendar file."""

    content: str = input_field(description="The file (iCalendar), in base64. Only times are kept of it.")


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


@query(
    description="When the viewer is busy, by what they or the municipality's calendar told.",
    personal=True,
    who=STAFF,
)
async def busy_times(info: Info) -> list[BusyTime]:
    """One's own alone; nobody else can ask for it."""
    return [
        BusyTime(
            starts_at=row.starts_at, ends_at=row.ends_at, source=BusySource(row.source), told_at=row.told_at
        )
        for row in await busy.own_busy(info.context.tx)
    ]


@mutation(
    description="Keep when the viewer is busy by a calendar file; what an earlier file told is gone.",
    who=STAFF,
)
async def load_busy_times(info: Info, input: LoadBusyTimesInput) -> BusyTimesPayload:
    """Titles, places and people of the file are read by nobody and kept nowhere."""
    try:
        content = base64.b64decode(input.content, validate=True)
    except binascii.Error:
        raise invalid("scheduling.calendar_unreadable", "input", "content") from None
    return BusyTimesPayload(kept=await busy.load_file(info.context.write, content))


@mutation(description="Forget what the viewer's calendar file told.", who=STAFF)
async def forget_busy_times(info: Info) -> BusyTimesPayload:
    """What the municipality's calendar told stays, until it tells otherwise."""
    await busy.forget_file(info.context.write)
    return BusyTimesPayload(kept=0)


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
