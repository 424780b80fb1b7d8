"""``forgetBusyTimes``."""

from services.api.graphql.context import Info
from services.api.graphql.fields import STAFF
from services.api.graphql.payloads import mutation
from services.api.graphql.scheduling.busy_times import BusyTimesPayload
from services.core.scheduling import busy


@mutation(description="Forget what the viewer's calendar file told.", who=STAFF)
async def forget_busy_times(info: Info) -> BusyTimesPayload:
    """What the municipality's calendar told stays, until it tells otherwise."""
    await busy.forget_file(info.context.write)
    return BusyTimesPayload(kept=0)
