"""What the model says about calling a meeting: who, about what, by when, and what stands in the way.

Values in, a plan with its reasons out. Who a role's candidates are is found by the service; here roles are only
named. A meeting never stands in the way of an underretning: that is `problem.rules.next_steps`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from services.core.calendar import calendar_of, local_day
from services.core.casework.rules import not_told
from services.core.consent.rules import consents_required
from services.core.deadline.rules import PlannedDeadline, plan_deadline
from services.core.meeting import wording
from services.core.meeting.circle import planned_participants, shares_circle
from services.core.meeting.closing import form_needed, may_conclude, outcome_of, outcomes, views_wanted
from services.core.meeting.holding import form_for
from services.core.meeting.judging import (
    NOTHING,
    Supplied,
    Verdict,
    covers,
    judge_areas,
    judge_calling,
    judge_deadlines,
    judge_externals,
)
from services.core.meeting.particulars import (
    judge_chair,
    judge_duty,
    judge_particulars,
    judge_people,
    planned_duty,
)
from services.core.meeting.plan import MeetingOption, MeetingPlan, PlannedDuty, PlannedItem
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.facts import CaseFacts, PreviousMeeting, ProblemFacts
from services.core.tenancy.meetings import (
    AgendaPoint,
    Anchor,
    DeadlineRule,
    Duty,
    Ground,
    MeetingType,
    Preparation,
    Purpose,
)
from services.core.tenancy.model import Model

__all__ = [
    "NOTHING",
    "Supplied",
    "conveners",
    "covers",
    "deadlines_after",
    "form_needed",
    "may_conclude",
    "meeting_options",
    "outcome_of",
    "outcomes",
    "plan_meeting",
]


def plan_meeting(
    model: Model,
    case: CaseFacts,
    type_key: str,
    starts_at: dt.datetime,
    now: dt.datetime,
    *,
    problem: ProblemFacts | None = None,
    previous: PreviousMeeting | None = None,
    supplied: Supplied = NOTHING,
) -> MeetingPlan:
    """The meeting as the model wants it on the day `now`. Raises KeyError for an unknown type."""
    meeting = model.meeting(type_key)
    why = Why(model, local_day(now))
    path = f"meetings/{meeting.key}"
    verdict = Verdict()
    enters = judge_calling(model, case, meeting, problem, supplied, now, verdict)
    same = shares_circle(model, meeting, previous)
    participants = planned_participants(model, case, meeting, problem, previous if same else None, why)
    follows_up = previous is not None and previous.type_key == meeting.key
    deadlines = _deadlines(model, case, meeting, problem, supplied, starts_at, now, follows_up)
    judge_deadlines(deadlines, local_day(starts_at), supplied, verdict)
    if not calendar_of(model).is_working_day(local_day(starts_at)):
        verdict.advice.append(Reason("day_off", wording.DAY_OFF, model_path=path))
    judge_externals(meeting, supplied, why, verdict)
    judge_areas(model, meeting, supplied, verdict)
    judge_particulars(model, meeting, supplied, why, verdict)
    judge_people(meeting, participants, supplied, verdict)
    convener = _duty(model, case, problem, meeting.convener, f"{path}/convener", starts_at, why)
    chair = _duty(model, case, problem, meeting.chair, f"{path}/chair", starts_at, why)
    judge_duty(convener, "convener", supplied, verdict)
    judge_chair(chair, supplied, verdict)
    visit = _visit(case, meeting, f"{path}/visit", supplied, why, verdict)
    silent = not_told(model, case, problem)
    for participant in participants:
        if participant.invited and participant.resolvable is False:
            verdict.advice.append(
                Reason("nobody", wording.NOBODY, participant.why.rule, (), f"{path}/{participant.role}")
            )
    invited = {participant.role for participant in participants if participant.invited}
    perspective = views_wanted(model, meeting, case, problem)
    planned_roles = {participant.role for participant in participants}
    return MeetingPlan(
        type_key=meeting.key,
        name=meeting.name,
        family_text=meeting.family_text,
        form=form_for(meeting, follows_up=follows_up),
        minutes=meeting.minutes,
        subjects=meeting.subjects,
        purposes=_items(meeting.purposes, "purpose", f"{path}/purposes", why),
        grounds=_items(meeting.grounds, "ground", f"{path}/grounds", why),
        convener=convener,
        chair=chair,
        writer=_duty(model, case, problem, meeting.writer, f"{path}/writer", starts_at, why),
        follows_up=_duty(model, case, problem, meeting.follows_up, f"{path}/follows_up", starts_at, why),
        participants=participants,
        excluded=tuple(rule.role for rule in meeting.participants if rule.role not in planned_roles),
        agenda=_items(
            [point for point in meeting.agenda if holds(point.when, case, problem)],
            "agenda",
            f"{path}/agenda",
            why,
        ),
        deadlines=deadlines,
        consents=consents_required(
            model, type_key, case, now, supplied.roles if supplied.roles is not None else invited, problem
        ),
        perspective_of=perspective,
        same_circle=same,
        extra_circle=tuple(member for member in previous.circle if member.role not in planned_roles)
        if same and previous
        else (),
        enters_level=enters,
        blocks=tuple(verdict.blocks),
        missing=tuple(verdict.missing),
        needs=tuple(verdict.needs),
        advice=tuple(verdict.advice),
        why=(why.of(meeting, "meeting", path, meeting.text),),
        grounds_required=meeting.ground_required,
        purposes_required=meeting.purpose_required,
        guide=meeting.guide,
        methods=tuple(
            PlannedItem(one.key, one.name, why.of(one, "method", f"methods/{one.key}", one.name))
            for one in model.methods
            if one.key in meeting.methods
        ),
        preparation=_items(meeting.preparation, "preparation", f"{path}/preparation", why),
        documents=tuple(
            PlannedItem(one.key, one.name, why.of(one, "document", f"{path}/documents/{one.key}", one.name))
            for one in meeting.documents
            if one.ready_before in {"call", "meeting"} and holds(one.when, case, problem)
        ),
        invitation=PlannedItem(
            "invitation",
            meeting.invitation.text,
            why.of(meeting.invitation, "invitation", f"{path}/invitation", meeting.invitation.text),
        )
        if meeting.invitation
        else None,
        visit=visit,
        not_told=tuple(sorted(silent)),
        family_chooses_readers=meeting.family.chooses_readers,
        grounds_shown=_shown(case, meeting, problem),
    )


def _shown(case: CaseFacts, meeting: MeetingType, problem: ProblemFacts | None) -> frozenset[str]:
    """The grounds that what is confirmed shows already (SL-03, SL-20)."""
    known = case.facts | (problem.facts if problem else frozenset())
    return frozenset(one.key for one in meeting.grounds if not known.isdisjoint(one.shown_by))


def _deadlines(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    supplied: Supplied,
    starts_at: dt.datetime,
    now: dt.datetime,
    follows_up: bool,
) -> tuple[PlannedDeadline, ...]:
    # An event has a day of its own in the case; that its deadlines are wanted is all that is said here.
    days = {Anchor.MEETING: local_day(starts_at), Anchor.CALLED: local_day(now), Anchor.EVENT: local_day(now)}
    if supplied.measure_started_on is not None:
        days[Anchor.MEASURE_STARTED] = supplied.measure_started_on
    return tuple(
        _planned(model, case, meeting, problem, days, now, lambda rule: not (rule.first_only and follows_up))
    )


def deadlines_after(
    model: Model,
    type_key: str,
    anchor: Anchor,
    day: dt.date,
    case: CaseFacts,
    now: dt.datetime,
    problem: ProblemFacts | None = None,
) -> tuple[PlannedDeadline, ...]:
    """The deadlines that begin when `anchor` happens on the local day `day`, e.g. once the meeting was held.

    Of `Anchor.EVENT`: those of the events of the case and of `problem`, each counted from its own day.
    """
    return tuple(_planned(model, case, model.meeting(type_key), problem, {anchor: day}, now))


def _planned(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    days: dict[Anchor, dt.date],
    now: dt.datetime,
    wanted: Callable[[DeadlineRule], bool] = lambda _: True,
) -> Iterator[PlannedDeadline]:
    silent = not_told(model, case, problem)
    days_of_events = {event.fact: event.on for event in (*case.events, *(problem.events if problem else ()))}
    for rule in meeting.deadlines:
        if rule.anchor not in days or not wanted(rule):
            continue
        day = days_of_events.get(rule.event) if rule.anchor is Anchor.EVENT else days[rule.anchor]
        if day is not None and holds(rule.when, case, problem):
            path = f"meetings/{meeting.key}/deadlines/{rule.key}"
            yield _without(plan_deadline(model, rule, day, now, path), silent)


def _without(deadline: PlannedDeadline, silent: frozenset[str]) -> PlannedDeadline:
    """The deadline reaching nobody who is not to be told."""
    return (
        replace(deadline, to=tuple(role for role in deadline.to if role not in silent))
        if silent
        else deadline
    )


def _duty(
    model: Model,
    case: CaseFacts,
    problem: ProblemFacts | None,
    duties: Iterable[Duty],
    path: str,
    starts_at: dt.datetime,
    why: Why,
) -> PlannedDuty | None:
    duty = next((one for one in duties if holds(one.when, case, problem)), None)
    if duty is None:
        return None
    return planned_duty(model, duty, path, starts_at, why)


def _visit(
    case: CaseFacts, meeting: MeetingType, path: str, supplied: Supplied, why: Why, verdict: Verdict
) -> PlannedItem | None:
    rule = meeting.visit
    if rule is None or not holds(rule.when, case):
        if not meeting.home_visit:
            return None
        because = why.of(meeting, "home_visit", path, wording.AT_HOME)
        return PlannedItem("home_visit", wording.AT_HOME, replace(because, text=wording.AT_HOME))
    because = why.of(rule, "visit", path, rule.how or wording.VISIT)
    for role in rule.agreed_with:
        if supplied.visit_agreed is not None and role not in supplied.visit_agreed:
            verdict.need(f"visit:{role}", because)
    return PlannedItem("visit", rule.how or wording.VISIT, because)


def _items(
    parts: Iterable[Purpose | Ground | AgendaPoint | Preparation], key: str, path: str, why: Why
) -> tuple[PlannedItem, ...]:
    return tuple(
        PlannedItem(part.key, part.text, why.of(part, key, f"{path}/{part.key}", part.text)) for part in parts
    )


def conveners(
    model: Model, case: CaseFacts, type_key: str, problem: ProblemFacts | None = None
) -> tuple[str, ...]:
    """The roles that convene a type for this case; none: the model leaves it to any caseworker."""
    duties = model.meeting(type_key).convener
    return next((duty.roles for duty in duties if holds(duty.when, case, problem)), ())


def meeting_options(
    model: Model, case: CaseFacts, now: dt.datetime, problem: ProblemFacts | None = None
) -> tuple[MeetingOption, ...]:
    """Every type of the model with whether it may be called about this child now, and why or why not."""
    return tuple(_option(model, case, meeting, now, problem) for meeting in model.meetings)


def _option(
    model: Model, case: CaseFacts, meeting: MeetingType, now: dt.datetime, problem: ProblemFacts | None
) -> MeetingOption:
    verdict = Verdict()
    why = Why(model, local_day(now))
    path = f"meetings/{meeting.key}"
    judge_calling(model, case, meeting, problem, NOTHING, now, verdict)
    if not meeting.record_identity and not verdict.blocks:
        # Whoever asks stands at a child: a meeting about nobody named is never called from there (RA-09).
        verdict.blocks.append(
            replace(why.of(meeting, "not_named", path, wording.NOT_NAMED), text=wording.NOT_NAMED)
        )
    allowed = not verdict.blocks
    advised = allowed and not verdict.needs and bool(meeting.levels) and problem is not None
    reasons = (
        *verdict.blocks,
        *verdict.missing,
        *verdict.advice,
        why.of(meeting, "meeting", path, meeting.text),
    )
    return MeetingOption(meeting.key, meeting.name, allowed, advised, tuple(verdict.needs), reasons)
