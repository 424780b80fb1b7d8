"""When a process may begin and be concluded, and from which day its clock counts.

The clock counts from the day the municipality became aware of the need, not from the decision and not from the
moment somebody recorded it (RA-26).
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from services.core.calendar import end_of_day, local_day
from services.core.deadline.rules import reminders
from services.core.problem.rules import process_due
from services.core.process import wording
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, legal_basis
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.ladder import Process
from services.core.tenancy.language import Text
from services.core.tenancy.model import Model


@dataclass(frozen=True)
class Clock:
    """A process's clock: the last local day, the first instant (UTC) too late, and when to remind (UTC)."""

    due_on: dt.date
    due_at: dt.datetime
    remind_at: tuple[dt.datetime, ...]


def clock(model: Model, key: str, known_on: dt.date, now: dt.datetime) -> Clock:
    """The clock of a process whose need was known on the local day `known_on`."""
    due_on = process_due(model, key, known_on)
    return Clock(due_on, end_of_day(due_on), reminders(model, due_on, model.process(key).remind_before, now))


def known_since(
    model: Model, key: str, case: CaseFacts, problem: ProblemFacts | None, day: dt.date
) -> dt.date:
    """Since when the need has been known, where nobody says: the day of the fact that the model names as its anchor,
    else the day the problem came to the level on which the process belongs, else `day`.
    """
    rule = model.process(key)
    events = (*case.events, *(problem.events if problem else ()))
    said = [event.on for event in events if event.fact == rule.anchor and event.on <= day]
    if said:
        return min(said)
    entered = [
        step.entered_on
        for step in (problem.history if problem else ())
        if problem is not None and step.level == problem.level and step.entered_on <= day
    ]
    return max(entered, default=day) if rule.when.levels else day


def may_begin(
    model: Model,
    key: str,
    case: CaseFacts,
    problem: ProblemFacts | None,
    now: dt.datetime,
    *,
    by: frozenset[str],
    reason: str = "",
) -> Decision:
    """Whether somebody with the roles `by` may begin the process. `needs`: by, reason."""
    rule, found = model.process(key), []
    if rule.by and by.isdisjoint(rule.by):
        found.append(("by", _reason(model, rule, "by", wording.BY_OTHERS, now)))
    out_of_place = not holds(rule.when, case, problem)
    if out_of_place and not reason.strip():
        found.append(("reason", _reason(model, rule, "reason", rule.when.text or wording.OUT_OF_PLACE, now)))
    return Decision(not found, tuple(one for _, one in found), needs=tuple(code for code, _ in found))


def may_conclude(
    model: Model,
    key: str,
    covered: Collection[str],
    due_on: dt.date,
    preliminary: str,
    now: dt.datetime,
    *,
    by: frozenset[str],
) -> Decision:
    """Whether the process may be concluded; all that is missing is told at once.

    `covered` are what it has thrown light on, in the model's own (Danish) words; `preliminary` what was done because the
    deadline passed. `needs`: by, covers:<n> (counted from 1), if_missed.
    """
    rule = model.process(key)
    found: list[tuple[str, Reason]] = []
    if rule.by and by.isdisjoint(rule.by):
        found.append(("by", _reason(model, rule, "by", wording.BY_OTHERS, now)))
    for number, asked in enumerate(rule.covers, start=1):
        if asked.da not in covered:
            found.append((f"covers:{number}", _reason(model, rule, "covers", asked, now)))
    if missed(due_on, now) and rule.if_missed and not preliminary.strip():
        found.append(("if_missed", _reason(model, rule, "if_missed", rule.if_missed, now)))
    return Decision(not found, tuple(one for _, one in found), needs=tuple(code for code, _ in found))


def missed(due_on: dt.date, now: dt.datetime) -> bool:
    """Whether the last day is over."""
    return now >= end_of_day(due_on)


def why(model: Model, key: str, day: dt.date) -> Reason:
    """The rule behind a process, with the law of that local day."""
    rule = model.process(key)
    basis = legal_basis(model, rule.law, day)
    return Reason("process", rule.why or rule.name, rule.rule, rule.also, f"processes/{key}", basis)


def _reason(model: Model, rule: Process, key: str, words: Text, now: dt.datetime) -> Reason:
    basis = legal_basis(model, rule.law, local_day(now))
    return Reason(key, words, rule.rule, rule.also, f"processes/{rule.key}", basis)
