"""Who decides on a measure; whether it may start is judged by `problem.receipt.may_start_measure`."""

import datetime as dt
from dataclasses import replace

from services.core.calendar import add_period, calendar_of, local_day
from services.core.deadline.rules import DECIDE_ANEW
from services.core.measure import wording
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.language import Text
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


def decide_anew_by(model: Model, key: str, since: dt.date) -> dt.date:
    """The last local day for settling with the family what happens, the consent having gone on the day ``since``."""
    rule = rule_of(model, key)
    within = rule.decide_anew_within if rule else MeasureRule(key=key, name=Text()).decide_anew_within
    return add_period(since, within, calendar_of(model))


def if_consent_goes(model: Model, key: str, now: dt.datetime) -> Reason | None:
    """What the model says of a measure whose consent has gone; None where it has no such measure any more."""
    rule = rule_of(model, key)
    if rule is None:
        return None
    because = Why(model, local_day(now)).of(rule, DECIDE_ANEW, f"measures/{key}/if_consent_goes", rule.name)
    return replace(because, text=rule.if_consent_goes or wording.CONSENT_GONE)
