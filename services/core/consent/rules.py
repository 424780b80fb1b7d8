"""Consent: who must answer, which words, until when a yes stands, and whether all of them together suffice.

Each custody holder answers alone, and the young person from the model's age; silence is never yes. Being informed
is no consent and is not decided here. An underretning never asks: bypasses have no purpose to ask for.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from services.core.calendar import (
    COPENHAGEN,
    add_period,
    before_period,
    calendar_of,
    local_day,
    local_instant,
)
from services.core.calendar.periods import unrounded
from services.core.casework.rules import not_told
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.facts import CaseFacts, ProblemFacts
from services.core.tenancy.frame import Asked, ConsentPurpose, ConsentText, RoleKind
from services.core.tenancy.language import Period, Text, Unit
from services.core.tenancy.meetings import MeetingType
from services.core.tenancy.model import Model

CHILD = "child"
"""The giver that stands for the child or young person; custody holders are the caller's own ids."""


class AnswerState(StrEnum):
    """What one giver has said last."""

    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    INVALIDATED = "invalidated"


class StandingState(StrEnum):
    """What all the answers come to. Conflict: one says yes and another no."""

    GIVEN = "given"
    ASKED = "asked"
    DECLINED = "declined"
    CONFLICT = "conflict"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    INVALIDATED = "invalidated"


@dataclass(frozen=True)
class Answer:
    """One giver's answer; of several by the same giver the latest counts. `answered_at` (aware) is when it was said.

    `expires_at` is the end that a yes was given with, by the law and policy of that day; None: until withdrawn.
    """

    giver: str
    state: AnswerState
    answered_at: dt.datetime
    expires_at: dt.datetime | None = None


@dataclass(frozen=True)
class Standing:
    """Whether the consent stands now. `missing` are the givers whose yes is lacking; `expires_at` the earliest."""

    state: StandingState
    allowed: bool
    missing: tuple[str, ...]
    expires_at: dt.datetime | None


@dataclass(frozen=True)
class ConsentNeed:
    """A consent that a meeting asks for. `blocks`: without it the meeting is not held at all.

    Otherwise it only keeps `roles` away, the ones that may not come before it stands.
    """

    purpose: str
    name: Text
    givers: tuple[str, ...]
    text_version: int
    text: Text
    blocks: bool
    roles: tuple[str, ...]
    why: Reason


def givers(model: Model, purpose: ConsentPurpose, case: CaseFacts) -> tuple[str, ...]:
    """Who must answer on the day that `case.age` is of: at majority the young person alone, and no parent."""
    if case.age is not None and case.age >= model.population.majority_age:
        return (CHILD,)
    own = case.age is not None and case.age >= purpose.own_from_age
    if purpose.asked_of is Asked.YOUNG_PERSON:
        return (CHILD,) if own else case.custody_holders
    if purpose.asked_of is Asked.BOTH and own:
        return (*case.custody_holders, CHILD)
    return case.custody_holders


def may_ask(model: Model, case: CaseFacts, problem: ProblemFacts | None = None) -> bool:
    """Whether a consent can be asked for: not where one of those asked must not be told.

    Asking would tell them: what is exchanged there rests on the law and not on a yes (ADR 0008).
    """
    asked = {RoleKind.CHILD, RoleKind.CUSTODY_HOLDER}
    return not any(model.role(role).kind in asked for role in not_told(model, case, problem))


def is_needed(model: Model, type_key: str, purpose_key: str) -> bool:
    """Whether meetings of a type rest on a purpose: where they do not, nobody is asked for it."""
    meeting = model.meeting(type_key)
    named = {meeting.family.consent_to_holding, meeting.family.consent_to_exchange}
    return purpose_key in named | {rule.consent for rule in meeting.participants}


def reminder(model: Model, purpose: ConsentPurpose, asked_at: dt.datetime) -> dt.datetime | None:
    """When who has not answered is reminded, at the municipality's hour of the day; None: never by itself."""
    return _at_hour(model, asked_at, purpose.remind_after)


def escalation(model: Model, purpose: ConsentPurpose, asked_at: dt.datetime) -> dt.datetime | None:
    """When those who lead the work are told that nobody has answered; None: never by itself."""
    return _at_hour(model, asked_at, purpose.escalate_after)


def warn_at(model: Model, purpose: ConsentPurpose, expires_at: dt.datetime | None) -> dt.datetime | None:
    """When a giver is told that their yes lapses soon: so long before as the model says, at its hour of the day."""
    if expires_at is None or purpose.remind_before_expiry is None:
        return None
    calendar = calendar_of(model)
    day = before_period(
        local_day(expires_at), purpose.remind_before_expiry, calendar, sending_day_counts=True
    )
    return local_instant(day, model.tenant.calendar.reminder_time)


def _at_hour(model: Model, since: dt.datetime, after: Period | None) -> dt.datetime | None:
    if after is None:
        return None
    day = add_period(local_day(since), after, calendar_of(model))
    return local_instant(day, model.tenant.calendar.reminder_time)


def text_in_force(model: Model, purpose_key: str, day: dt.date) -> ConsentText:
    """The words to show on `day`: the newest that apply. Raises LookupError before the first."""
    fit = [text for text in model.purpose(purpose_key).texts if text.applies_from <= day]
    if not fit:
        raise LookupError(f"no text of {purpose_key} applies yet")
    return max(fit, key=lambda text: (text.applies_from, text.version))


def consents_required(
    model: Model,
    type_key: str,
    case: CaseFacts,
    now: dt.datetime,
    roles: Iterable[str] | None = None,
    problem: ProblemFacts | None = None,
) -> tuple[ConsentNeed, ...]:
    """The consents to ask for. `roles` are those chosen to come; None: as if every role came."""
    meeting = model.meeting(type_key)
    if not may_ask(model, case, problem):
        return ()
    chosen = None if roles is None else frozenset(roles)
    kept_away: dict[str, list[str]] = {}
    if meeting.family.consent_to_holding:
        kept_away[meeting.family.consent_to_holding] = []
    for rule in meeting.participants:
        if rule.consent and (chosen is None or rule.role in chosen):
            waiting = kept_away.setdefault(rule.consent, [])
            if rule.role not in waiting:
                waiting.append(rule.role)
    return tuple(_need(model, meeting, key, tuple(away), case, now) for key, away in kept_away.items())


def _need(
    model: Model, meeting: MeetingType, key: str, away: tuple[str, ...], case: CaseFacts, now: dt.datetime
) -> ConsentNeed:
    purpose = model.purpose(key)
    day = local_day(now)
    blocks = key == meeting.family.consent_to_holding
    shown = text_in_force(model, key, day)
    why = (
        Why(model, day).of(
            meeting.family, "consent_to_holding", f"meetings/{meeting.key}/family", purpose.name
        )
        if blocks
        else Why(model, day).of(purpose, "consent", f"purposes/{key}", purpose.name)
    )
    return ConsentNeed(
        key, purpose.name, givers(model, purpose, case), shown.version, shown.text, blocks, away, why
    )


def expiry(
    model: Model, basis_key: str, given_at: dt.datetime, purpose_key: str | None = None
) -> dt.datetime | None:
    """The first instant (UTC) at which a yes of `given_at` no longer stands; None: until withdrawn.

    The basis decides; the municipality's purpose can only shorten it. A lapse is never rounded to a working day.
    """
    periods = [model.basis(basis_key).expires_after]
    if purpose_key is not None:
        periods.append(model.purpose(purpose_key).expires_after)
    ends = [_after(given_at, period) for period in periods if period is not None]
    return min(ends, default=None)


def _after(given_at: dt.datetime, period: Period) -> dt.datetime:
    if period.unit is Unit.HOURS:
        return given_at + dt.timedelta(hours=period.count)
    local = given_at.astimezone(COPENHAGEN)
    day = unrounded(local.date(), period)
    return dt.datetime.combine(day, local.time(), COPENHAGEN).astimezone(dt.UTC)


def yes(model: Model, purpose_key: str, giver: str, given_at: dt.datetime) -> Answer:
    """A yes of `given_at` with the end that the basis and the municipality's policy give it."""
    basis = model.purpose(purpose_key).basis
    return Answer(giver, AnswerState.GIVEN, given_at, expiry(model, basis, given_at, purpose_key))


def standing(
    model: Model, purpose_key: str, case: CaseFacts, answers: Iterable[Answer], now: dt.datetime
) -> Standing:
    """What the answers come to at `now`. Nobody to ask is never a yes.

    A question that is open is no word: asked again before its end, a yes stands until then. What was never valid was
    never said: of that giver the word before it counts, if there is one. The database reckons the same
    (`consent_stands_at`); a test holds them together.
    """
    asked = givers(model, model.purpose(purpose_key), case)
    latest: dict[str, Answer] = {}
    never_valid: set[str] = set()
    # Of two words in one instant a yes is not the last.
    for answer in sorted(answers, key=lambda one: (one.answered_at, one.state is not AnswerState.GIVEN)):
        if answer.giver not in asked or answer.answered_at > now:
            continue
        if answer.state is AnswerState.INVALIDATED:
            never_valid.add(answer.giver)
        elif answer.state is not AnswerState.ASKED:
            latest[answer.giver] = answer
    yeses = {giver: one for giver, one in latest.items() if one.state is AnswerState.GIVEN}
    lapsed = {giver for giver, one in yeses.items() if one.expires_at is not None and now >= one.expires_at}
    valid = yeses.keys() - lapsed
    missing = tuple(giver for giver in asked if giver not in valid)
    said = {one.state for one in latest.values()}
    if never_valid - latest.keys():
        said.add(AnswerState.INVALIDATED)
    state = _together(said, bool(asked) and not missing, bool(valid), bool(lapsed))
    ends = [one.expires_at for one in yeses.values() if one.expires_at is not None]
    return Standing(state, state is StandingState.GIVEN, missing, min(ends, default=None))


def _together(said: set[AnswerState], complete: bool, some: bool, lapsed: bool) -> StandingState:
    if complete:
        return StandingState.GIVEN
    if AnswerState.DECLINED in said:
        return StandingState.CONFLICT if some else StandingState.DECLINED
    if AnswerState.WITHDRAWN in said:
        return StandingState.WITHDRAWN
    if lapsed:
        return StandingState.EXPIRED
    return StandingState.INVALIDATED if AnswerState.INVALIDATED in said else StandingState.ASKED
