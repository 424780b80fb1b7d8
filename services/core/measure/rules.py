"""Who decides on a measure; whether it may start is judged by `problem.receipt.may_start_measure`."""

import datetime as dt
from dataclasses import replace

from services.core.calendar import local_day
from services.core.measure import wording
from services.core.tenancy.decision import Decision, Why
from services.core.tenancy.model import Model
from services.core.tenancy.supports import MeasureRule


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
