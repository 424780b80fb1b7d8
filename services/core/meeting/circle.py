"""Who belongs to a meeting, how strongly, and the circle that a follow-up keeps."""

from services.core.casework.rules import not_told
from services.core.consent.rules import may_ask
from services.core.meeting import wording
from services.core.meeting.plan import PlannedParticipant
from services.core.tenancy.conditions import holds
from services.core.tenancy.decision import Reason, Why
from services.core.tenancy.facts import CaseFacts, PreviousMeeting, ProblemFacts
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength
from services.core.tenancy.meetings import MeetingType, ParticipantRule
from services.core.tenancy.model import Model

_INVITED = frozenset({Strength.ALWAYS, Strength.AS_A_RULE, Strength.AS_FAR_AS_POSSIBLE, Strength.CONDITIONAL})
_WITH_REASON = frozenset({Strength.AS_A_RULE, Strength.AS_FAR_AS_POSSIBLE})


def shares_circle(model: Model, meeting: MeetingType, previous: PreviousMeeting | None) -> bool:
    """Whether `meeting` follows up `previous` in the same circle (RA-17)."""
    if previous is None:
        return False
    before = model.meeting(previous.type_key)
    if before.follow_up is not None and before.follow_up.same_circle:
        return meeting.key in {before.key, before.follow_up.meeting} or _led_to(before, meeting)
    return _led_to(before, meeting)


def _led_to(before: MeetingType, meeting: MeetingType) -> bool:
    return any(
        outcome.leads_to.same_circle and meeting.key == (outcome.leads_to.meeting or before.key)
        for outcome in before.outcomes
    )


def planned_participants(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    problem: ProblemFacts | None,
    previous: PreviousMeeting | None,
    why: Why,
) -> tuple[PlannedParticipant, ...]:
    """The roles whose condition holds; with `previous`, its circle is invited again."""
    silent = not_told(model, case, problem)
    return tuple(
        _participant(model, case, meeting, rule, previous, why, asks=may_ask(model, case, problem))
        for rule in meeting.participants
        if rule.strength is not Strength.NEVER and rule.role not in silent and holds(rule.when, case, problem)
    )


def _participant(
    model: Model,
    case: CaseFacts,
    meeting: MeetingType,
    rule: ParticipantRule,
    previous: PreviousMeeting | None,
    why: Why,
    *,
    asks: bool,
) -> PlannedParticipant:
    role = model.role(rule.role)
    path = f"meetings/{meeting.key}/participants/{rule.role}"
    strength, because = rule.strength, why.of(rule, "participant", path, role.name, rule.strength)
    of_age = case.age is not None and case.age >= model.population.majority_age
    if of_age and role.kind is RoleKind.CUSTODY_HOLDER and meeting.family.adult_decides_on_parents:
        strength = Strength.POSSIBLE
        because = Reason("majority", wording.MAJORITY, rule.rule, (), path, (), strength)
    refs = tuple(member.ref for member in previous.circle if member.role == rule.role) if previous else ()
    if refs and meeting.follow_up is not None and strength not in _INVITED:
        because = why.of(
            meeting.follow_up,
            "same_circle",
            f"meetings/{meeting.key}/follow_up",
            wording.SAME_CIRCLE,
            strength,
        )
    return PlannedParticipant(
        role=rule.role,
        name=role.name,
        kind=role.kind,
        strength=strength,
        external=rule.external,
        invited=strength in _INVITED or bool(refs),
        may_leave_out=strength is not Strength.ALWAYS or rule.or_perspective,
        leave_out_reason=strength in _WITH_REASON or rule.leave_out_reason or bool(refs),
        or_perspective=rule.or_perspective,
        agreed_by=rule.agreed_by,
        # Where nobody may be asked for it, nobody waits for it either.
        consent=rule.consent if asks else "",
        at_least=rule.at_least,
        professions=rule.professions or role.professions,
        resolvable=None if case.available is None else rule.role in case.available,
        refs=refs,
        why=because,
        leaves_after=rule.leaves_after,
    )
