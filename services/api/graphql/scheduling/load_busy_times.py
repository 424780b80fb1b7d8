"""``loadBusyTimes``."""

import base64

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF, input_field, input_type
from services.api.graphql.payloads import mutation
from services.api.graphql.scheduling.busy_times import BusyTimesPayload
from services.core.errors import invalid
from services.core.scheduling import busy


@input_type(description="A calendar file.")
class LoadBusyTimesInput:
    """A calendar file."""

    content: str = input_field(description="The file (iCalendar), in base64. Only times are kept of it.")


@mutation(
    description="Keep when the viewer is busy by a calendar file; what an earlier file told is gone.",
    who=STAFF,
)
async def load_busy_times(info: Info, input: LoadBusyTimesInput) -> BusyTimesPayload:
    """Titles, places and people of the file are read by nobody and kept nowhere."""
    try:
        content = base64.b64decode(input.content, validate=True)
    except ValueError:  # of what is no base64, and of what is not even ASCII
        raise invalid("scheduling.calendar_unreadable", "input", "content") from None
    return BusyTimesPayload(kept=await busy.load_file(info.context.write, content))
