"""When something must be done, when somebody is reminded, and whether it was done in time."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from services.core.calendar import (
    add_period,
    before_period,
    calendar_of,
    end_of_day,
    local_day,
    local_instant,
)
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.frame import FOLLOWERS
from services.core.tenancy.ladder import Reassessment
from services.core.tenancy.language import Period, Text
from services.core.tenancy.meetings import Anchor, DeadlineRule, Late
from services.core.tenancy.model import Model

REASSESS = "reassess"
"""The task of a deadline by which something must be judged again."""
DECIDE_ANEW = "decide_anew"
"""Key and task of the deadline by which it is settled what happens to a measure whose consent has gone."""


@dataclass(frozen=True)
class PlannedDeadline:
    """Something due. `due_on` is the last local day; `due_at` (UTC) the first instant that is too late.

    `remind_at` (UTC) are still to come. `by` is the role that does it, `to` the roles that it reaches.
    """

    key: str
    name: Text
    task: str
    by: str
    to: tuple[str, ...]
    due_on: dt.date
    due_at: dt.datetime
    remind_at: tuple[dt.datetime, ...]
    late: Late
    already_late: bool
    why: Reason
    anchor: Anchor | None = None


def plan_deadline(
    model: Model, rule: DeadlineRule, anchor_day: dt.date, now: dt.datetime, path: str
) -> PlannedDeadline:
    """The deadline that `rule` sets, counted from the local day `anchor_day` of its anchor."""
    calendar = calendar_of(model)
    if rule.before:
        due_on = before_period(anchor_day, rule.within, calendar, sending_day_counts=rule.sending_day_counts)
    else:
        due_on = add_period(anchor_day, rule.within, calendar)
    due_at = end_of_day(due_on)
    return PlannedDeadline(
        key=rule.key,
        name=rule.name,
        task=rule.task,
        by=rule.by,
        to=rule.to,
        due_on=due_on,
        due_at=due_at,
        remind_at=reminders(model, due_on, rule.remind_before, now),
        late=rule.late,
        already_late=now >= due_at,
        why=Why(model, local_day(now)).of(rule, "deadline", path, rule.name),
        anchor=rule.anchor,
    )


def plan_reassessment(model: Model, rule: Reassessment, since: dt.date, now: dt.datetime) -> PlannedDeadline:
    """When what `rule` names must be judged again, having last been so on the local day `since` (RA-18)."""
    due_on = add_period(since, rule.every, calendar_of(model))
    due_at = end_of_day(due_on)
    why = Why(model, local_day(now)).of(rule, "reassessment", f"reassessments/{rule.key}", rule.name)
    return PlannedDeadline(
        key=rule.key,
        name=rule.name,
        task=REASSESS,
        by=rule.by[0] if rule.by else "",
        to=(),
        due_on=due_on,
        due_at=due_at,
        remind_at=reminders(model, due_on, rule.remind_before, now),
        late=Late.ADVICE,
        already_late=now >= due_at,
        why=why,
    )


@dataclass(frozen=True)
class Escalated:
    """Who is told that a deadline was missed, from which instant (UTC) on, and why."""

    to: str
    at: dt.datetime
    why: Reason


def escalations(
    model: Model, deadline_key: str, due_on: dt.date, done_at: dt.datetime | None, now: dt.datetime
) -> tuple[Escalated, ...]:
    """Who must have been told by now that the deadline, last day `due_on`, was not met; nobody once it is done."""
    return tuple(
        step
        for step in _steps(model, deadline_key, due_on, now)
        if now >= step.at and (done_at is None or done_at >= step.at)
    )


def next_escalation(model: Model, deadline_key: str, due_on: dt.date, now: dt.datetime) -> dt.datetime | None:
    """The instant (UTC) after `now` at which the next is told, if the deadline is not done by then."""
    return min((step.at for step in _steps(model, deadline_key, due_on, now) if step.at > now), default=None)


def last_day(due_at: dt.datetime) -> dt.date:
    """The last local day of a deadline whose first instant too late is `due_at`."""
    return local_day(due_at - dt.timedelta(microseconds=1))


def _steps(model: Model, deadline_key: str, due_on: dt.date, now: dt.datetime) -> Iterator[Escalated]:
    why = Why(model, local_day(now))
    roles = {role.key: role.name for role in model.roles}
    for rule in model.escalations:
        if rule.deadline == deadline_key:
            at = end_of_day(add_period(due_on, rule.after, calendar_of(model)))
            path, otherwise = f"escalations/{rule.deadline}", roles.get(rule.to) or FOLLOWERS[rule.to]
            yield Escalated(rule.to, at, why.of(rule, "escalation", path, otherwise))


def reminders(
    model: Model, due_on: dt.date, before: Iterable[Period], now: dt.datetime
) -> tuple[dt.datetime, ...]:
    """The instants after `now` at which to remind: so long before `due_on`, at the tenant's local time of day."""
    calendar = calendar_of(model)
    time = model.tenant.calendar.reminder_time
    days = {before_period(due_on, period, calendar, sending_day_counts=True) for period in before}
    return tuple(at for day in sorted(days) if (at := local_instant(day, time)) > now)
