"""A problem's level: where it may go, what comes first, who holds the thread, and the duty past all steps.

Nothing in here can stop or delay a bypass (an underretning): `next_steps` always offers it, first.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from services.core.calendar import add_period, calendar_of, local_day
from services.core.casework.rules import shield_reasons
from services.core.deadline.rules import PlannedDeadline, plan_reassessment
from services.core.problem import wording
from services.core.problem.moves import (
    NOTHING,
    MoveFacts,
    anchored_in,
    may_call,
    may_move,
    may_open,
    starting_level,
    taken,
    way_to,
)
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.ladder import Handover
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

__all__ = [
    "NOTHING",
    "Kind",
    "MoveFacts",
    "NextStep",
    "anchored_in",
    "coordinator_after",
    "default_coordinator",
    "may_call",
    "may_move",
    "may_open",
    "next_steps",
    "process_due",
    "reassessments_due",
    "starting_level",
    "supplied_by",
    "taken",
]


class Kind(StrEnum):
    """What kind of step."""

    MOVE = "MOVE"
    CALL_MEETING = "CALL_MEETING"
    NOTIFY = "NOTIFY"


@dataclass(frozen=True)
class NextStep:
    """Something that can come next. `allowed` where `needs` are supplied; `type_key` is a meeting type or bypass."""

    kind: Kind
    level: int | None
    type_key: str
    allowed: bool
    advised: bool
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]


def next_steps(
    model: Model, case: CaseFacts, problem: ProblemFacts, now: dt.datetime
) -> tuple[NextStep, ...]:
    """What can come next for the problem: the duty past all steps, then meetings, then moves."""
    return (
        *_notices(model, case, problem, now),
        *_calls(model, case, problem, now),
        *_moves(model, case, problem, now),
    )


def _notices(model: Model, case: CaseFacts, problem: ProblemFacts, now: dt.datetime) -> Iterator[NextStep]:
    known = case.facts | problem.facts
    for bypass in model.bypasses:
        because = Why(model, local_day(now)).of(bypass, "bypass", f"bypasses/{bypass.key}", bypass.name)
        due = not known.isdisjoint(bypass.facts_any)
        reasons = [because]
        if bypass.also_contact and case.active_case:
            reasons.append(
                Reason("also_contact", wording.ALSO_CONTACT, bypass.rule, (), f"bypasses/{bypass.key}")
            )
        reasons.extend(shield_reasons(model, case, now, problem))
        yield NextStep(Kind.NOTIFY, None, bypass.key, True, due, (), tuple(reasons))


def _calls(model: Model, case: CaseFacts, problem: ProblemFacts, now: dt.datetime) -> Iterator[NextStep]:
    for meeting in model.meetings:
        if not meeting.record_identity:
            continue
        convened = supplied_by(model, meeting, case, problem)
        decision, enters = may_call(model, case, meeting, problem, now, convened)
        fits = holds(meeting.when, case, problem)
        allowed = fits and (decision.allowed or bool(decision.needs))
        because = Why(model, local_day(now)).of(meeting, "meeting", f"meetings/{meeting.key}", meeting.text)
        yield NextStep(
            Kind.CALL_MEETING,
            enters,
            meeting.key,
            allowed,
            allowed and problem.level in meeting.levels,
            decision.needs,
            (because, *decision.reasons, *decision.advice),
        )


def supplied_by(
    model: Model, meeting: MeetingType, case: CaseFacts, problem: ProblemFacts | None, reason: str = ""
) -> MoveFacts:
    """What calling the meeting itself supplies to a move: a leader who convenes, parents who take part."""
    convener = next((duty for duty in meeting.convener if holds(duty.when, case, problem)), None)
    leader = convener is not None and any(model.role(role).kind == "leader" for role in convener.roles)
    parents = meeting.family.part == "takes_part"
    return MoveFacts(reason, leader, parents)


def _moves(model: Model, case: CaseFacts, problem: ProblemFacts, now: dt.datetime) -> Iterator[NextStep]:
    for level in model.levels:
        if level.number == problem.level:
            continue
        decision = may_move(model, case, problem, level.number, now)
        way = way_to(model, problem, level.number)
        possible = decision.allowed or bool(decision.needs)
        # What a meeting must have decided first is not pointed to before that meeting was held (RA-13).
        open_now = way is not None and (not way.decided_at or not problem.meetings.isdisjoint(way.decided_at))
        advised = possible and open_now and level.number == problem.level + 1
        yield NextStep(
            Kind.MOVE,
            level.number,
            "",
            possible,
            advised,
            decision.needs,
            (*decision.reasons, *decision.advice),
        )


def default_coordinator(model: Model, case: CaseFacts, problem: ProblemFacts) -> tuple[str, ...]:
    """The professions proposed to hold the thread; always changeable, empty where the model proposes none (RA-06)."""
    if model.coordinators is None:
        return ()
    for proposed in model.coordinators.defaults:
        on_level = not proposed.levels or problem.level in proposed.levels
        if on_level and holds(proposed.when, case, problem):
            return proposed.professions
    return ()


def coordinator_after(
    model: Model, current: str | None, offered: str | None, *, accepted: bool
) -> str | None:
    """Who holds the thread: until the next accepts, the outgoing one (RA-05)."""
    if offered is None:
        return current
    waits = model.coordinators is None or model.coordinators.handover is Handover.UNTIL_ACCEPTED
    return current if waits and not accepted else offered


def reassessments_due(
    model: Model, case: CaseFacts, problem: ProblemFacts, now: dt.datetime
) -> tuple[PlannedDeadline, ...]:
    """What must be judged again while the problem stands where it does, counted from the last time (RA-18)."""
    found = []
    for rule in model.reassessments:
        if rule.level != problem.level or not holds(rule.when, case, problem):
            continue
        asked = {*rule.when.facts, *rule.when.facts_any}
        # An effort that began after the level was entered has run from its own day.
        days = [step.entered_on for step in problem.history if step.level == problem.level]
        days += [event.on for event in (*case.events, *problem.events) if event.fact in asked]
        days += [done.on for done in problem.reassessed if done.key == rule.key]
        if days:
            found.append(plan_reassessment(model, rule, max(days), now))
    return tuple(found)


def process_due(model: Model, key: str, began_on: dt.date) -> dt.date:
    """The last day of a process, counted from the local day of its own anchor (RA-26); not from its creation."""
    return add_period(began_on, model.process(key).within, calendar_of(model))
