"""The particulars of a call: subject, ground, purpose, length, who answers for it, who agreed, who comes how many.

Each is judged only where the caller says it (`Supplied` leaves it None otherwise), so that what a caller does not know
yet is never refused.
"""

import datetime as dt
from dataclasses import replace

from services.core.calendar import before_period, calendar_of, local_day
from services.core.meeting import wording
from services.core.meeting.plan import PlannedDuty, PlannedParticipant
from services.core.meeting.supplied import Chair, Supplied, Verdict
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.meetings import Duty, MeetingType
from services.core.tenancy.model import Model


def judge_particulars(
    model: Model, meeting: MeetingType, supplied: Supplied, why: Why, verdict: Verdict
) -> None:
    """Subject, grounds, purposes, length, and whether the circle makes another type the right one."""
    path = f"meetings/{meeting.key}"
    if supplied.subject is not None and supplied.subject not in meeting.subjects:
        because = Reason("subject", wording.SUBJECT, meeting.rule, ("ALL-02",), f"{path}/subjects")
        verdict.blocks.append(because)
    _judge_grounds(meeting, supplied, why, verdict)
    _judge_length(meeting, supplied, why, verdict)
    rule = meeting.decided_by
    if rule is not None and supplied.roles is not None:
        there = not supplied.roles.isdisjoint(rule.roles)
        if there is not rule.present:
            other = model.meeting(rule.otherwise).name
            verdict.blocks.append(why.of(rule, "other_type", f"{path}/decided_by", other))


def _judge_grounds(meeting: MeetingType, supplied: Supplied, why: Why, verdict: Verdict) -> None:
    path = f"meetings/{meeting.key}"
    for code, wanted, given, parts in (
        ("ground", meeting.ground_required, supplied.grounds, meeting.grounds),
        ("purpose", meeting.purpose_required, supplied.purposes, meeting.purposes),
    ):
        if not wanted or given is None or not given.isdisjoint(part.key for part in parts):
            continue
        words = wording.GROUND if code == "ground" else wording.PURPOSE
        first = parts[0] if parts else meeting
        because = Reason(
            code, words, first.rule, (), f"{path}/{code}s", why.of(first, code, path, words).legal_basis
        )
        verdict.need(code, because)


def _judge_length(meeting: MeetingType, supplied: Supplied, why: Why, verdict: Verdict) -> None:
    rule = meeting.length
    if rule is None or supplied.minutes is None:
        return
    per = max(supplied.children, 1) if rule.per_child else 1
    too_short = supplied.minutes < rule.at_least * per
    too_long = rule.at_most is not None and supplied.minutes > rule.at_most * per
    if too_short or too_long:
        because = why.of(rule, "length", f"meetings/{meeting.key}/length", wording.LENGTH)
        if supplied.reason.strip():
            verdict.advice.append(because)
        else:
            verdict.need("reason", because)


def judge_people(
    meeting: MeetingType,
    participants: tuple[PlannedParticipant, ...],
    supplied: Supplied,
    verdict: Verdict,
) -> None:
    """Enough of each role, and that those agree who must before a role is brought in."""
    path = f"meetings/{meeting.key}/participants"
    counts = dict(supplied.counts) if supplied.counts is not None else None
    for one in participants:
        if counts is not None and one.invited and counts.get(one.role, 0) < one.at_least:
            verdict.need(
                f"role:{one.role}", replace(one.why, key="at_least", model_path=f"{path}/{one.role}")
            )
        chosen = supplied.roles is not None and one.role in supplied.roles
        if one.agreed_by and chosen and supplied.agreed is not None:
            for role in one.agreed_by:
                if role not in supplied.agreed:
                    verdict.need(f"agreed:{role}", one.why)


def judge_duty(duty: PlannedDuty | None, task: str, supplied: Supplied, verdict: Verdict) -> None:
    """Whether those who convene are the ones that answer for it together, unless another division was agreed in time."""
    if duty is None or supplied.answered_by is None:
        return
    decision = may_answer(duty, supplied.answered_by, supplied.division_agreed_on)
    for code in decision.needs:
        verdict.need(f"{task}:{code}", decision.reasons[0])


def may_answer(
    duty: PlannedDuty, roles: frozenset[str], division_agreed_on: dt.date | None = None
) -> Decision:
    """Whether these roles together may answer for a task. `needs` name the roles that are missing.

    One of `and_one_of` is named as `one_of:` with all of them.
    """
    if (
        duty.otherwise_by is not None
        and division_agreed_on is not None
        and division_agreed_on <= duty.otherwise_by
    ):
        return Decision(True, advice=(duty.why,))
    needs = [role for role in duty.must_include if role not in roles]
    if duty.together:
        needs += [role for role in duty.roles if role not in roles and role not in needs]
    if duty.and_one_of and roles.isdisjoint(duty.and_one_of):
        needs.append("one_of:" + ",".join(duty.and_one_of))
    if not needs and roles.isdisjoint(duty.roles):
        needs.append("one_of:" + ",".join(duty.roles))
    return Decision(not needs, (duty.why,) if needs else (), needs=tuple(needs))


def judge_chair(duty: PlannedDuty | None, supplied: Supplied, verdict: Verdict) -> None:
    """Whether the chair that was agreed is one that the model lets chair, and was agreed in time."""
    if duty is None or supplied.chair is None:
        return
    decision = may_chair(duty, supplied.chair, supplied.reason)
    verdict.blocks.extend(decision.reasons if not decision.needs else ())
    for code in decision.needs:
        verdict.need(code, decision.reasons[0])
    verdict.advice.extend(decision.advice)


def may_chair(duty: PlannedDuty, chair: Chair, reason: str = "") -> Decision:
    """Whether `chair` may lead the meeting: the role fits, external where that is asked, agreed in time or with a reason."""
    if chair.role not in duty.roles or (duty.external and not chair.external):
        return Decision(False, (duty.why,))
    late = duty.agreed_on is not None and chair.agreed_on > duty.agreed_on
    if late and not reason.strip():
        return Decision(False, (duty.why,), needs=("reason",))
    return Decision(True, advice=(duty.why,) if late else ())


def planned_duty(model: Model, duty: Duty, path: str, starts_at: dt.datetime, why: Why) -> PlannedDuty:
    """A duty as it stands for this meeting, with the days by which things must have been agreed."""
    day, calendar = local_day(starts_at), calendar_of(model)
    on = (
        before_period(day, duty.agreed_before, calendar, sending_day_counts=True)
        if duty.agreed_before
        else None
    )
    other = duty.otherwise_agreed
    return PlannedDuty(
        duty.roles,
        duty.together,
        duty.external,
        on,
        why.of(duty, "duty", path, model.role(duty.roles[0]).name),
        duty.must_include,
        duty.and_one_of,
        before_period(day, other, calendar, sending_day_counts=True) if other else None,
    )
