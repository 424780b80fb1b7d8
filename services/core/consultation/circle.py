"""Who comes: the model's roles filled with professionals, each choice checked against the model."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.core.casework import store as caseworks
from services.core.casework.roles import fits, roles_in
from services.core.casework.rules import may_vary
from services.core.consultation.rules import FAMILY
from services.core.db.tx import ReadTx
from services.core.errors import ErrorCode, UserError, invalid
from services.core.identity import PersonId, UnitId
from services.core.meeting.invitees import Choice
from services.core.meeting.plan import MeetingPlan, PlannedParticipant
from services.core.person import colleagues
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.language import Strength
from services.core.tenancy.model import Model
from services.core.tenancy.refusal import require
from services.core.tenancy.supports import Local

LISTED = 50
"""How many are listed for a role; whom the list lacks is found by name."""
_MUST = frozenset({Strength.ALWAYS, Strength.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody to be written into the circle, or a role left out with its reason."""

    role: str
    strength: str
    external: bool
    person: PersonId | None = None
    name: str = ""
    left_out_reason: str = ""


async def fill_circle(
    tx: ReadTx, model: Model, plan: MeetingPlan, choices: Sequence[Choice], *, complete: bool = True
) -> tuple[Seat, ...]:
    """Fill the plan's roles: whoever calls takes the first that is theirs, the others are chosen.

    ``complete``: a role that must come and is not there is RULE_BLOCKED; a series is filled as its members are known.
    A role that the model does not foresee takes its leave to vary the circle (SL-10, RI-29).
    """
    known = {one.role: one for one in plan.participants}
    seats: list[Seat] = []
    for index, choice in enumerate(choices):
        seats.append(await seat_for(tx, model, plan, known.get(choice.role), choice, index))
    mine = await roles_in(tx, model)
    actor = tx.actor.known_person
    if all(one.person != actor for one in seats):
        taken = {one.role for one in seats}
        own = [one for one in plan.participants if one.role in mine]
        free = next((one for one in own if one.role not in taken), own[0] if own else None)
        if free is not None:
            seats.append(Seat(free.role, free.strength.value, external=free.external, person=actor))
    if complete:
        _require_all(tx, plan, seats)
    return _once(seats)


async def seat_for(
    tx: ReadTx,
    model: Model,
    plan: MeetingPlan,
    planned: PlannedParticipant | None,
    choice: Choice,
    index: int,
) -> Seat:
    """One choice as a seat; INVALID_INPUT or RULE_BLOCKED where role, person or model do not fit."""
    path = ("input", "circle", str(index))
    language = tx.actor.language
    role = next((one for one in model.roles if one.key == choice.role), None)
    if role is None or role.kind in FAMILY:
        raise invalid("meeting.unknown_role", *path, role=choice.role)
    if planned is None:
        require(may_vary(model, Local.CIRCLE, tx.now, plan.type_key), *path)
    strength = planned.strength if planned else Strength.AD_HOC
    external = planned.external if planned else False
    name = role.name.in_language(language)
    if choice.leave_out_reason.strip():
        if strength is Strength.ALWAYS:
            raise _blocked("meeting.cannot_leave_out", planned, language)
        return Seat(choice.role, strength.value, external, left_out_reason=choice.leave_out_reason.strip())
    if choice.person is None:
        if not choice.name.strip():
            raise invalid("meeting.name_missing", *path, role=name)
        return Seat(choice.role, strength.value, external, name=choice.name.strip())
    person = PersonId(choice.person)
    staff = (await colleagues.staff(tx, [person])).get(person)
    works = {one.role for one in await caseworks.employments(tx, [person])} if staff else set()
    right = (role.kind is not RoleKind.LEADER or "leader" in works) and (
        role.kind is not RoleKind.ADVISER or "adviser" in works
    )
    if staff is None or not right or not fits(model, choice.role, staff.profession):
        raise invalid("meeting.wrong_profession", *path, role=name)
    return Seat(choice.role, strength.value, external, person, staff.name)


def _require_all(tx: ReadTx, plan: MeetingPlan, seats: Sequence[Seat]) -> None:
    language = tx.actor.language
    there = {one.role for one in seats}
    for planned in plan.participants:
        if not planned.invited or planned.role in there:
            continue
        if planned.strength in _MUST:
            raise _blocked("meeting.role_missing", planned, language)
        if planned.leave_out_reason:
            raise _blocked("meeting.leave_out_reason", planned, language)


def _once(seats: Sequence[Seat]) -> tuple[Seat, ...]:
    """One chair each: who was chosen twice comes in the first role."""
    found: dict[object, Seat] = {}
    for number, one in enumerate(seats):
        found.setdefault(one.person or number, one)
    return tuple(found.values())


def _blocked(message_key: str, planned: PlannedParticipant | None, language: str) -> UserError:
    return UserError(
        ErrorCode.RULE_BLOCKED,
        message_key,
        params={"role": planned.name.in_language(language) if planned else ""},
        field=("input", "circle"),
        rule_id=planned.why.rule or None if planned else None,
        legal_basis="; ".join(one.words(language) for one in planned.why.legal_basis) or None
        if planned
        else None,
    )


async def candidates(
    tx: ReadTx, model: Model, unit: UnitId, planned: PlannedParticipant
) -> tuple[PersonId, ...]:
    """Who can fill a planned role: those of the unit first, then others of the right professions, at most ``LISTED``."""
    role = model.role(planned.role)
    if role.kind is RoleKind.LEADER:
        return tuple(one.person_id for one in await colleagues.leaders(tx, unit))
    wanted = planned.professions or tuple(
        one.key for one in model.professions if fits(model, role.key, one.key)
    )
    here = [one for one in await colleagues.staff_of_unit(tx, unit) if one.profession in wanted]
    found = [one.person_id for one in here if one.role != "leader"]
    if not role.own_unit:
        for profession in wanted:
            page = await colleagues.staff_page(tx, profession=profession, first=LISTED)
            found += [one.person_id for one in page.items]
    if role.kind is RoleKind.ADVISER:
        advisers = {one.person_id for one in await caseworks.employments(tx, found) if one.role == "adviser"}
        found = [person for person in found if person in advisers]
    return tuple(dict.fromkeys(found))[:LISTED]
