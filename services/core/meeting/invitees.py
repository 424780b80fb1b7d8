"""Who is invited: the model's roles filled with people, each choice checked against the model."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from services.core.casework import store as caseworks
from services.core.casework.roles import fits
from services.core.casework.service import Case
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import Capacity, PersonId
from services.core.meeting.plan import MeetingPlan, PlannedDuty, PlannedParticipant
from services.core.person import colleagues, reading
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength
from services.core.tenancy.model import Model

_FAMILY_KINDS = {RoleKind.CHILD: "child", RoleKind.CUSTODY_HOLDER: "parent", RoleKind.NETWORK: "network"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the convener chose for a role: a person, a name (network), or a reason for leaving the role out."""

    role: str
    person: UUID | None = None
    name: str = ""
    leave_out_reason: str = ""


@dataclass(frozen=True, slots=True)
class Invitee:
    """Someone to be written into the meeting's circle."""

    role: str
    kind: str
    strength: str
    external: bool
    person: PersonId | None
    name: str
    consent_purpose: str | None
    left_out_reason: str = ""

    @property
    def left_out(self) -> bool:
        """Whether the role is recorded as left out, with its reason."""
        return bool(self.left_out_reason)


async def fill_roles(
    tx: ReadTx, case: Case, plan: MeetingPlan, choices: Sequence[Choice]
) -> tuple[Invitee, ...]:
    """Fill the plan's roles. Child and custody holders come of themselves; professionals are chosen.

    Raises INVALID_INPUT or RULE_BLOCKED naming the role, when one that must come is missing, one left out lacks its
    reason, or a person does not fit.
    """
    language = tx.actor.language
    known = {role.role: role for role in plan.participants}
    for index, choice in enumerate(choices):
        if choice.role not in known:
            raise invalid("meeting.unknown_role", "input", "participants", str(index), role=choice.role)
    found: list[Invitee] = []
    for role in plan.participants:
        mine = [choice for choice in choices if choice.role == role.role]
        found += await _of_role(tx, case, role, mine, language)
    persons = [one.person for one in found if one.person is not None and not one.left_out]
    if len(persons) != len(set(persons)):
        found = _once(found)
    return tuple(found)


def require_duty(model: Model, duty: PlannedDuty | None, roles: frozenset[str], language: str) -> None:
    """RULE_BLOCKED unless one of the actor's roles may do it. A model that names nobody lets any caseworker."""
    if duty is None or roles & set(duty.roles):
        return
    who = ", ".join(model.role(key).name.in_language(language) for key in duty.roles)
    raise UserError(
        ErrorCode.RULE_BLOCKED,
        "meeting.not_convener",
        params={"who": who},
        rule_id=duty.why.rule or None,
        legal_basis="; ".join(basis.words(language) for basis in duty.why.legal_basis) or None,
    )


def require_invited(chair: UUID | None, convener: PersonId, invitees: Sequence[Invitee]) -> None:
    """INVALID_INPUT unless who is to lead the meeting calls it or is invited to it."""
    there = {one.person for one in invitees if not one.left_out and one.kind == "professional"}
    if chair is not None and chair not in {convener, *there}:
        raise invalid("meeting.chair_not_invited", "input", "chairId")


async def _of_role(
    tx: ReadTx, case: Case, role: PlannedParticipant, choices: list[Choice], language: str
) -> list[Invitee]:
    left_out = next((choice for choice in choices if choice.leave_out_reason.strip()), None)
    if left_out is not None:
        if not role.may_leave_out and role.strength is Strength.ALWAYS:
            raise _blocked("meeting.cannot_leave_out", role, language)
        return [_invitee(role, None, "", left_out.leave_out_reason.strip())]
    if role.kind is RoleKind.CHILD:
        return [_invitee(role, case.child.id, case.child.name)] if role.invited or choices else []
    if role.kind is RoleKind.CUSTODY_HOLDER:
        if not role.invited and not choices:
            return []
        holders = await reading.holders(tx, case.child.id)
        return [_invitee(role, holder.person_id, holder.name) for holder in holders]
    if role.kind is RoleKind.NETWORK:
        return [_named(role, choice, language) for choice in choices]
    return await _professionals(tx, case, role, choices, language)


async def _professionals(
    tx: ReadTx, case: Case, role: PlannedParticipant, choices: list[Choice], language: str
) -> list[Invitee]:
    name = role.name.in_language(language)
    ids = [PersonId(choice.person) for choice in choices if choice.person is not None]
    if len(ids) != len(choices):
        raise invalid("meeting.person_missing", "input", "participants", role=name)
    if not ids and role.kind is RoleKind.LEADER and tx.actor.capacity is Capacity.LEADER and role.invited:
        ids = [tx.actor.known_person]  # the leader who calls is the leader who comes
    if not ids:
        if role.invited and role.strength in (Strength.ALWAYS, Strength.CONDITIONAL):
            raise _blocked("meeting.role_missing", role, language)
        if role.invited and role.leave_out_reason:
            raise _blocked("meeting.leave_out_reason", role, language)
        return []
    staff = await colleagues.staff(tx, ids)
    works = await caseworks.employments(tx, ids)
    found = []
    for person in ids:
        known = staff.get(person)
        leads = any(one.person_id == person and one.role == "leader" for one in works)
        advises = any(one.person_id == person and one.role == "adviser" for one in works)
        right_kind = (role.kind is not RoleKind.LEADER or leads) and (
            role.kind is not RoleKind.ADVISER or advises
        )
        if known is None or not right_kind or not fits(case.model, role.role, known.profession):
            raise invalid("meeting.wrong_profession", "input", "participants", role=name)
        found.append(_invitee(role, person, known.name))
    return found


def _named(role: PlannedParticipant, choice: Choice, language: str) -> Invitee:
    if not choice.name.strip():
        raise invalid("meeting.name_missing", "input", "participants", role=role.name.in_language(language))
    return _invitee(role, None, choice.name.strip())


def _invitee(
    role: PlannedParticipant,
    person: PersonId | None,
    name: str,
    left_out_reason: str = "",
) -> Invitee:
    kind = _FAMILY_KINDS.get(role.kind, "professional")
    return Invitee(
        role=role.role,
        kind=kind,
        strength=role.strength.value,
        external=role.external,
        person=person,
        name=name,
        # A family's own presence never rests on a consent to exchange.
        consent_purpose=role.consent or None if kind == "professional" else None,
        left_out_reason=left_out_reason,
    )


def _once(found: list[Invitee]) -> list[Invitee]:
    """One chair each: who fills two roles (a leader who is also the class teacher) comes in the first."""
    seen: set[PersonId] = set()
    kept = []
    for one in found:
        if one.person is not None and one.person in seen:
            continue
        if one.person is not None:
            seen.add(one.person)
        kept.append(one)
    return kept


def _blocked(message_key: str, role: PlannedParticipant, language: str) -> UserError:
    return UserError(
        ErrorCode.RULE_BLOCKED,
        message_key,
        params={"role": role.name.in_language(language)},
        field=("input", "participants"),
        rule_id=role.why.rule or None,
        legal_basis="; ".join(basis.words(language) for basis in role.why.legal_basis) or None,
    )
