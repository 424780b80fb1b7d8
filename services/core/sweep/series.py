"""Times fixed ahead that run out: whoever leads the place is told, and has a task, until the next are fixed.

A machine fixes no date: the place does (SL-10). What it proposes stands in the form (``series.service.proposed``).
"""

from typing import Final

from services.core.calendar.instants import local_day, local_instant
from services.core.db.tx import WriteTx
from services.core.series import store
from services.core.series.rules import fixed_ahead, types_of
from services.core.series.store import ToAskRow
from services.core.sweep.running import Step
from services.core.tenancy.service import current_model
from services.core.unit.store import units


async def _ask(tx: WriteTx, due: ToAskRow) -> None:
    model = (await current_model(tx)).model
    place = (await units(tx)).get(due.unit_id)
    days = [local_day(one.starts_at) for one in await tx.many(store.DAYS, series_id=due.id)]
    judged = [
        fixed_ahead(meeting, place.kind if place else "", days, local_day(tx.now))
        for meeting in types_of(model, due.type)
    ]
    short = not all(one.enough for one in judged)
    next_on = min((one.ask_on for one in judged if one.ask_on is not None), default=None)
    hour = model.tenant.calendar.reminder_time
    await tx.run(
        store.ASKED,
        id=due.id,
        short=short,
        next_at=None if short or next_on is None else local_instant(next_on, hour),
    )
    if short and due.short_since is None:
        await tx.many(store.TELL, unit_id=due.unit_id, key=f"series-short:{due.id}:{tx.now:%Y%m%d}")


STEP: Final = Step("series", store.TAKE_TO_ASK, _ask, store.PUT_OFF, store.COUNT_TO_ASK)
