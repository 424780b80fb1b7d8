"""Who decides on a measure, and what must be done by when once it has started."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.core.calendar import local_day
from services.core.deadline.rules import PlannedDeadline, plan_deadline
from services.core.measure import wording
from services.core.tenancy.decision import Decision, Why
from services.core.tenancy.meetings import Anchor
from services.core.tenancy.model import Model
from services.core.tenancy.supports import MeasureRule


@dataclass(frozen=True)
class FollowUpDue:
    """What counts from a measure's start, and the meeting type that it is about (RI-22)."""

    meeting_type: str
    deadline: PlannedDeadline


def rule_of(model: Model, key: str) -> MeasureRule | None:
    """The model's rule of a measure; None where it has none of this key (any more)."""
    return next((one for one in model.measures if one.key == key), None)


def may_decide(model: Model, key: str, by: frozenset[str], now: dt.datetime) -> Decision:
    """Whether somebody with the roles `by` decides on the measure, starts and ends it. `needs`: by."""
    rule = rule_of(model, key)
    if rule is None or not rule.by or not by.isdisjoint(rule.by):
        return Decision(True)
    because = Why(model, local_day(now)).of(rule, "by", f"measures/{key}", rule.name)
    return Decision(False, (replace(because, text=wording.BY_OTHERS),), needs=("by",))


def follow_ups(model: Model, started_on: dt.date, now: dt.datetime) -> Iterator[FollowUpDue]:
    """Every deadline that the model's meeting types count from the start of a measure."""
    for meeting in model.meetings:
        for rule in meeting.deadlines:
            if rule.anchor is Anchor.MEASURE_STARTED and not rule.before:
                path = f"meetings/{meeting.key}/deadlines/{rule.key}"
                yield FollowUpDue(meeting.key, plan_deadline(model, rule, started_on, now, path))
