"""When a record has reached the end of its time.

Why this is safe: nothing is due without a rule of the tenant's own for that kind of record and without the day of
the event that the rule counts from. A hold, or an export that is still owed to the archive, stops it whatever the
day. Whoever erases asks again in the transaction that erases.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from services.core.calendar.periods import unrounded
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.frame import Fate, Retention
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model

_HELD = Text(
    "Sletningen er standset, så længe oplysningerne skal bevares.",
    "The erasure is stopped for as long as the record must be kept.",
)
_NOT_YET = Text("Tiden er ikke gået endnu.", "The time is not up yet.")
_NOT_EXPORTED = Text(
    "Oplysningerne skal først afleveres til journal eller arkiv.",
    "The record must first be handed to the journal or archive.",
)


@dataclass(frozen=True)
class RecordFacts:
    """A record's kind and the local days of the events that retention can be counted from."""

    record: str
    events: Mapping[str, dt.date]


@dataclass(frozen=True)
class Due:
    """The first day on which the record may be erased, counted from which, what becomes of it, and why."""

    on: dt.date
    counted_from: dt.date
    then: Fate
    export_before: bool
    why: Reason


def rule_for(model: Model, record: str) -> Retention | None:
    """The tenant's rule for this kind of record, or None: then it is kept."""
    return next((rule for rule in model.retention if rule.record == record), None)


def retention_due(model: Model, facts: RecordFacts) -> Due | None:
    """When the record is due, or None where no rule or no such event exists (an open case is never due)."""
    rule = rule_for(model, facts.record)
    began = facts.events.get(rule.trigger) if rule else None
    if rule is None or began is None:
        return None
    on = unrounded(began, rule.keep)
    why = Why(model, on).of(rule, "retention", f"retention/{rule.record}", Text(rule.record, rule.record))
    return Due(on, began, rule.then, rule.export_before or rule.then is Fate.PRESERVE, why)


def may_erase(due: Due | None, today: dt.date, *, held: bool, exported: bool) -> Decision:
    """Whether it may be erased on the local day `today`. A hold stops it whatever else is so."""
    if held:
        return Decision(False, (Reason("held", _HELD),))
    if due is None or today < due.on:
        return Decision(False, (Reason("not_yet", _NOT_YET), *((due.why,) if due else ())))
    if due.export_before and not exported:
        return Decision(False, (Reason("not_exported", _NOT_EXPORTED), due.why))
    return Decision(True, (due.why,))
