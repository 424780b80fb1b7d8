"""What a meeting can come to, and what must be there before it is concluded."""

import datetime as dt
from dataclasses import replace

from services.core.calendar import add_period, calendar_of, local_day
from services.core.casework.rules import not_told
from services.core.meeting import wording
from services.core.meeting.holding import form_for
from services.core.meeting.plan import OutcomeOption
from services.core.problem.rules import MoveFacts, may_move
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Decision, Reason, Why
from services.core.tenancy.facts import CaseFacts, MeetingFacts, PerspectiveFacts, ProblemFacts
from services.core.tenancy.forms import Form, Use
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Period
from services.core.tenancy.meetings import Effect, MeetingType, Outcome
from services.core.tenancy.model import Model


def outcomes(
    model: Model,
    type_key: str,
    case: CaseFacts,
    now: dt.datetime,
    problem: ProblemFacts | None = None,
    held_on: dt.date | None = None,
) -> tuple[OutcomeOption, ...]:
    """Every outcome of the type. `open` False: its condition does not hold in this case."""
    meeting = model.meeting(type_key)
    return tuple(_option(model, meeting, one, case, problem, held_on, now) for one in meeting.outcomes)


def outcome_of(model: Model, facts: MeetingFacts, outcome_key: str, now: dt.datetime) -> OutcomeOption:
    """The chosen outcome with what it leads to; KeyError where the type has none such."""
    found = outcomes(model, facts.type_key, facts.case, now, facts.problem, facts.held_on)
    for option in found:
        if option.key == outcome_key:
            return option
    raise KeyError(outcome_key)


def _option(
    model: Model,
    meeting: MeetingType,
    outcome: Outcome,
    case: CaseFacts,
    problem: ProblemFacts | None,
    held_on: dt.date | None,
    now: dt.datetime,
) -> OutcomeOption:
    lead = outcome.leads_to
    day = held_on or local_day(now)
    rule = meeting.follow_up
    within = lead.within or (rule.next_within or rule.first_within if rule else None)
    again = next((one.every for one in model.reassessments if one.key == lead.reassess), None)
    path = f"meetings/{meeting.key}/outcomes/{outcome.key}"
    return OutcomeOption(
        key=outcome.key,
        text=outcome.text,
        effect=lead.effect,
        moves_to=lead.level if lead.effect is Effect.MOVE else None,
        meeting=lead.meeting or (rule.meeting if rule else "") or meeting.key,
        process=lead.process,
        same_circle=lead.same_circle,
        follow_up_possible=lead.follow_up_possible or lead.effect is Effect.FOLLOW_UP or bool(lead.meeting),
        follow_up_by=_by(model, day, within),
        reassess_by=_by(model, day, again),
        reason_needed=outcome.reason,
        open=holds(outcome.when, case, problem),
        why=Why(model, local_day(now)).of(outcome, "outcome", path, outcome.text),
    )


def _by(model: Model, day: dt.date, within: Period | None) -> dt.date | None:
    return add_period(day, within, calendar_of(model)) if within else None


def may_conclude(model: Model, facts: MeetingFacts, outcome_key: str, now: dt.datetime) -> Decision:
    """Whether the meeting may be concluded with this outcome; all that is missing is told at once.

    `needs` name what would let it through: held, outcome, perspective:child, perspective:parent, form:<field>,
    agreement, reason, next_meeting, and those of `problem.rules.may_move` where the outcome moves the level.
    """
    meeting = model.meeting(facts.type_key)
    why = Why(model, local_day(now))
    path = f"meetings/{meeting.key}"
    missing: list[tuple[str, Reason]] = []
    if facts.held_on is None or facts.held_on > why.day:
        missing.append(("held", Reason("not_held", wording.NOT_HELD, model_path=path)))
    outcome = next((one for one in meeting.outcomes if one.key == outcome_key), None)
    if outcome is None:
        return Decision(False, (Reason("no_such_outcome", wording.NO_SUCH_OUTCOME, model_path=path),))
    because = why.of(outcome, "outcome", f"{path}/outcomes/{outcome.key}", outcome.when.text or outcome.text)
    if not holds(outcome.when, facts.case, facts.problem):
        return Decision(False, (because,))
    if outcome.reason and not facts.reason.strip():
        missing.append(("reason", because))
    missing += _perspectives(model, meeting, facts, why)
    missing += _form(model, facts, why)
    missing += _documents(meeting, facts, why)
    missing += _agreements(meeting, facts)
    missing += _next_meeting(model, meeting, facts, outcome, why)
    blocked = _move(model, facts, outcome, now)
    if blocked is not None and not blocked.needs:
        return blocked
    needs = [code for code, _ in missing] + list(blocked.needs if blocked else ())
    reasons = [reason for _, reason in missing] + list(blocked.reasons if blocked else ())
    return Decision(not needs, tuple(reasons), needs=tuple(dict.fromkeys(needs)))


def _perspectives(
    model: Model, meeting: MeetingType, facts: MeetingFacts, why: Why
) -> list[tuple[str, Reason]]:
    rule = meeting.perspective
    if rule is None:
        return []
    wanted = views_wanted(model, meeting, facts.case, facts.problem)
    because = why.of(rule, "perspective", f"meetings/{meeting.key}/perspective", wording.PERSPECTIVE)
    return [
        (f"perspective:{whose}", because)
        for whose in wanted
        if not any(_counts(one, whose, rule.attempts_suffice) for one in facts.perspectives)
    ]


def views_wanted(
    model: Model, meeting: MeetingType, case: CaseFacts, problem: ProblemFacts | None = None
) -> tuple[str, ...]:
    """Whose view the meeting waits for: nobody unborn, no parent of an adult, nobody who must not be told."""
    rule = meeting.perspective
    if rule is None or not holds(rule.when, case, problem):
        return ()
    of_age = case.age is not None and case.age >= model.population.majority_age
    silent = any(model.role(role).kind is RoleKind.CUSTODY_HOLDER for role in not_told(model, case, problem))
    return tuple(
        whose
        for whose in rule.of
        if not (whose == "child" and case.age is None) and not (whose == "parent" and (of_age or silent))
    )


def _counts(one: PerspectiveFacts, whose: str, attempts_suffice: bool) -> bool:
    return one.whose == whose and (one.obtained or (attempts_suffice and one.attempts))


def form_needed(model: Model, facts: MeetingFacts) -> Form | None:
    """The form that the meeting must have filled: the type's own where it is the minutes, unless a document's condition
    says not yet."""
    meeting = model.meeting(facts.type_key)
    key = form_for(meeting, follows_up=facts.follows_up)
    if not key:
        return None
    conditions = [document.when for document in meeting.documents if document.form == key]
    if conditions and not any(holds(when, facts.case, facts.problem) for when in conditions):
        return None
    form = model.form(key)
    return form if Use.MINUTES in form.uses else None


def _documents(meeting: MeetingType, facts: MeetingFacts, why: Why) -> list[tuple[str, Reason]]:
    """The documents that must be there before the meeting is held or concluded, where the caller knows which are."""
    if facts.documents is None:
        return []
    path = f"meetings/{meeting.key}/documents"
    return [
        (f"document:{one.key}", why.of(one, "document", f"{path}/{one.key}", wording.DOCUMENT))
        for one in meeting.documents
        if one.ready_before in {"call", "meeting", "conclude"}
        and one.key not in facts.documents
        and holds(one.when, facts.case, facts.problem)
    ]


def _form(model: Model, facts: MeetingFacts, why: Why) -> list[tuple[str, Reason]]:
    form = form_needed(model, facts)
    if form is None:
        return []
    return [
        (
            f"form:{field.key}",
            why.of(field, "form", f"forms/{form.key}/fields/{field.key}", field.label),
        )
        for field in form.fields
        if field.required
        and not field.source
        and field.key not in facts.filled
        and holds(field.when, facts.case, facts.problem)
    ]


def _agreements(meeting: MeetingType, facts: MeetingFacts) -> list[tuple[str, Reason]]:
    path = f"meetings/{meeting.key}"
    found = []
    if any(not agreement.has_responsible for agreement in facts.agreements):
        found.append(("agreement", Reason("agreement", wording.AGREEMENT, "ALL-08", model_path=path)))
    near = meeting.agreements_close_to_child
    if near and any(not agreement.close_to_child for agreement in facts.agreements):
        found.append(("agreement", Reason("close_to_child", wording.CLOSE, near, model_path=path)))
    return found


def _next_meeting(
    model: Model, meeting: MeetingType, facts: MeetingFacts, outcome: Outcome, why: Why
) -> list[tuple[str, Reason]]:
    rule = meeting.follow_up
    if rule is None or not rule.called_at_meeting or outcome.leads_to.effect is Effect.CLOSE:
        return []
    path = f"meetings/{meeting.key}/follow_up"
    if facts.next_called_for is None:
        return [("next_meeting", why.of(rule, "next_meeting", path, wording.NEXT_MEETING))]
    latest = _by(model, facts.held_on or why.day, rule.next_within or rule.first_within)
    if latest is not None and facts.next_called_for > latest:
        return [("next_meeting", why.of(rule, "next_too_far", path, wording.NEXT_TOO_FAR))]
    return []


def _move(model: Model, facts: MeetingFacts, outcome: Outcome, now: dt.datetime) -> Decision | None:
    lead = outcome.leads_to
    if lead.effect is not Effect.MOVE or lead.level is None or facts.problem is None:
        return None
    if facts.problem.level == lead.level:
        return None
    # The meeting that is being concluded is itself the place where the move is decided.
    problem = replace(facts.problem, meetings=facts.problem.meetings | {facts.type_key})
    kinds = {model.role(role).kind for role in facts.attended}
    supplied = MoveFacts(
        facts.reason, RoleKind.LEADER in kinds, RoleKind.CUSTODY_HOLDER in kinds, facts.next_coordinator
    )
    decision = may_move(model, facts.case, problem, lead.level, now, supplied)
    return None if decision.allowed else decision
