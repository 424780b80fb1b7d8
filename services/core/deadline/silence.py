"""By when an answer is awaited: who was asked is asked again, then somebody takes it up. Values in, instants out."""

import datetime as dt
from dataclasses import dataclass

from services.core.calendar import add_period, before_period, calendar_of, local_day, local_instant
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.language import Period, Text, Unit
from services.core.tenancy.model import Model
from services.core.tenancy.silence import key_of, silence_of

_DAY = Period(count=1, unit=Unit.WORKING_DAYS)
_NAME = Text("Når ingen svarer", "When nobody answers")


@dataclass(frozen=True)
class Awaited:
    """From which instant (UTC) the silence is somebody's task, the instants to come at which it is asked again, and why."""

    key: str
    due_at: dt.datetime
    remind_at: tuple[dt.datetime, ...]
    why: Reason


def awaited(model: Model, of: str, anchor: dt.date, now: dt.datetime) -> Awaited | None:
    """When a silence of this kind is taken up, counted from the local day ``anchor``; None where no time is left for it.

    All of it happens at the tenant's hour on a working day. Of an invitation the anchor is the meeting's own day: one
    that is called too late for the model's days is taken up on the working day before the meeting.
    """
    rule = silence_of(model.silences, of)
    backward = of == "invitation"

    def instant(period: Period) -> dt.datetime:
        calendar = calendar_of(model)
        day = (
            before_period(anchor, period, calendar, sending_day_counts=True)
            if backward
            else add_period(anchor, period, calendar)
        )
        return local_instant(day, model.tenant.calendar.reminder_time)

    ways = (rule.task, _DAY) if backward else (rule.task,)
    due_at = next((at for period in ways if (at := instant(period)) > now), None)
    if due_at is None:
        return None
    remind_at = sorted({at for period in rule.remind if now < (at := instant(period)) < due_at})
    why = Why(model, local_day(now)).of(rule, "silence", f"silences/{of}", _NAME)
    return Awaited(key_of(of), due_at, tuple(remind_at), why)
