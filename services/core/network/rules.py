"""When a network must be looked at again. What it lacks is `casework.rules.network_complete`."""

import datetime as dt
from dataclasses import dataclass

from services.core.calendar import end_of_day
from services.core.calendar.periods import unrounded
from services.core.deadline.rules import reminders
from services.core.tenancy.model import Model
from services.core.tenancy.supports import NetworkRule


@dataclass(frozen=True)
class EvaluationDue:
    """Status and adjustment: the first local day on which they are due, the instant (UTC) that is too late, reminders."""

    due_on: dt.date
    due_at: dt.datetime
    remind_at: tuple[dt.datetime, ...]


def network_of(model: Model, key: str) -> NetworkRule | None:
    """The model's network with this key, or None."""
    return next((one for one in model.networks if one.key == key), None)


def next_evaluation(model: Model, key: str, since: dt.date, now: dt.datetime) -> EvaluationDue | None:
    """When the network is evaluated next, counted from ``since``; None where the model does not ask for it (SL-27)."""
    rule = network_of(model, key)
    if rule is None or rule.evaluate_every is None:
        return None
    due_on = unrounded(since, rule.evaluate_every)
    return EvaluationDue(due_on, end_of_day(due_on), reminders(model, due_on, rule.remind_before, now))
