"""Whether a meeting may be called: all that stands in the way, told at once, each with its reason."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from services.core.calendar import local_day
from services.core.casework.rules import variant_of
from services.core.deadline.rules import PlannedDeadline
from services.core.meeting import wording
from services.core.meeting.supplied import NOTHING, Supplied, Verdict
from services.core.problem.rules import may_call, supplied_by, taken
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.frame import Area
from services.core.tenancy.meetings import Late, MeetingType
from services.core.tenancy.model import Model

__all__ = [
    "NOTHING",
    "Supplied",
    "Verdict",
    "covers",
    "judge_areas",
    "judge_calling",
    "judge_deadlines",
    "judge_externals",
]


def judge_calling(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    supplied: Supplied,
    now: dt.datetime,
    verdict: Verdict,
) -> int | None:
    """Judge population, condition, level and earlier steps; answers the level that calling would enter."""
    why = Why(model, local_day(now))
    path = f"meetings/{meeting.key}"
    if not meeting.record_identity and problem is not None:
        # A problem is a named child's: nothing may tie it to a meeting at which nobody is named.
        verdict.blocks.append(
            replace(why.of(meeting, "not_named", path, wording.NOT_NAMED), text=wording.NOT_NAMED)
        )
        return None
    if meeting.record_identity and not covers(model, case):
        because = why.of(model.population, "population", "population", wording.OUTSIDE_POPULATION)
        verdict.blocks.append(because)
    if meeting.variants and variant_of(model, case) not in meeting.variants:
        verdict.blocks.append(why.of(meeting, "variant", f"{path}/variants", wording.NOT_ON))
    if not holds(meeting.when, case, problem):
        because = why.of(meeting, "condition", f"{path}/when", wording.NOT_ON)
        # The meeting's own reason says why it is held; why it is not is the condition's to say.
        verdict.blocks.append(
            replace(because, text=wording.condition(meeting.when.text)) if meeting.when.text else because
        )
    bring = supplied_by(model, meeting, case, problem, supplied.reason)
    decision, enters = may_call(model, case, meeting, problem, now, bring)
    if decision.needs:
        for code in decision.needs:
            verdict.needs.append(code)
        verdict.missing.extend(decision.reasons)
    else:
        verdict.blocks.extend(decision.reasons)
    verdict.advice.extend(decision.advice)
    _judge_order(model, case, meeting, problem, why, verdict)
    _judge_before(case, meeting, problem, supplied, why, verdict)
    return enters


def _judge_order(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    why: Why,
    verdict: Verdict,
) -> None:
    """Types are steps only where the model says so; otherwise how they are chosen is told as advice."""
    rule = model.choice
    if rule is None:
        return
    because = why.of(rule, "choice", "choice", wording.CHOICE)
    held = case.meetings | (problem.meetings if problem else frozenset())
    lighter = {one.key for one in model.meetings if 0 < one.weight < meeting.weight}
    if not rule.compulsory_steps:
        verdict.advice.append(because)
    elif lighter and held.isdisjoint(lighter):
        verdict.blocks.append(because)


def _judge_before(
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    supplied: Supplied,
    why: Why,
    verdict: Verdict,
) -> None:
    """What comes before the meeting: earlier steps, and documents that must be ready."""
    path = f"meetings/{meeting.key}"
    for index, step in enumerate(meeting.prior):
        if taken(step, case, problem):
            continue
        because = why.of(step, "prior_step", f"{path}/prior/{index}", meeting.name)
        if step.advised:
            verdict.advice.append(because)
        elif not step.as_a_rule:
            verdict.blocks.append(because)
        elif supplied.reason.strip():
            verdict.advice.append(because)
        else:
            verdict.need("reason", because)
    for document in meeting.documents:
        waits = document.ready_before == "call" and supplied.documents is not None
        if waits and holds(document.when, case, problem) and document.key not in (supplied.documents or ()):
            doc_path = f"{path}/documents/{document.key}"
            verdict.need(f"document:{document.key}", why.of(document, "document", doc_path, wording.DOCUMENT))


def covers(model: Model, case: CaseFacts) -> bool:
    """Whether the model's population has room for the child's age (ALL-01)."""
    people = model.population
    if case.age is None:
        return people.unborn
    return people.from_age <= case.age <= people.to_age


def judge_deadlines(
    deadlines: Iterable[PlannedDeadline], meeting_day: dt.date, supplied: Supplied, verdict: Verdict
) -> None:
    """Judge the deadlines that can no longer be met: a reason, advice or a block, as the model says."""
    for deadline in deadlines:
        missed = deadline.already_late or (deadline.task == "hold_meeting" and meeting_day > deadline.due_on)
        if not missed:
            continue
        if deadline.late is Late.BLOCK:
            verdict.blocks.append(deadline.why)
        elif deadline.late is Late.ADVICE or supplied.reason.strip():
            verdict.advice.append(deadline.why)
        else:
            verdict.need("reason", deadline.why)


def judge_externals(meeting: MeetingType, supplied: Supplied, why: Why, verdict: Verdict) -> None:
    """Advise, never block, where the number of outside professions fits another type better, and say which (RI-09)."""
    limit = meeting.externals
    if limit is None or not supplied.professions:
        return
    count = len(supplied.professions)
    too_many = limit.at_most is not None and count > limit.at_most
    if too_many or count < limit.at_least:
        because = why.of(limit, "externals", f"meetings/{meeting.key}/externals", wording.EXTERNALS)
        if too_many and limit.consider:
            other = why.model.meeting(limit.consider).name
            because = replace(because, text=wording.consider(because.text, other))
        verdict.advice.append(because)


def judge_areas(model: Model, meeting: MeetingType, supplied: Supplied, verdict: Verdict) -> None:
    """Where the model wants staff of both areas (SL-14), the chosen professions must come from both."""
    if not meeting.both_areas or not supplied.everybody:
        return
    services = {service.key: service.area for service in model.services}
    areas = {services.get(model.profession(key).service) for key in supplied.everybody}
    if not areas.issuperset({Area.GENERAL, Area.SPECIALISED}):
        path = f"meetings/{meeting.key}/both_areas"
        verdict.need("both_areas", Reason("both_areas", wording.BOTH_AREAS, meeting.both_areas, (), path))
