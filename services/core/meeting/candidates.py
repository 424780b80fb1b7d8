"""Who can fill a role of a plan: those around the child first. People decide; the list spares them the search."""

from dataclasses import dataclass

from services.core.casework import store as caseworks
from services.core.casework.roles import fits
from services.core.casework.service import Case
from services.core.db.tx import ReadTx
from services.core.identity import PersonId
from services.core.meeting.plan import PlannedParticipant
from services.core.person import colleagues
from services.core.tenancy.frame import Role, RoleKind

LIMIT = 50
"""How many are listed for a role; whom the list lacks is found by name."""
_STAND_BESIDE = frozenset({RoleKind.PROFESSIONAL, RoleKind.ADVISER})


@dataclass(frozen=True, slots=True)
class Candidates:
    """``near`` stand in a relation to the child, lead its unit or were in the circle that is met again."""

    near: tuple[PersonId, ...]
    others: tuple[PersonId, ...]


async def candidates(tx: ReadTx, case: Case, planned: PlannedParticipant) -> Candidates:
    """Who can fill a planned role. Nobody for the child, the custody holders and the family's own network."""
    role = case.model.role(planned.role)
    if role.kind is RoleKind.LEADER:
        found = await _leaders(tx, case, role)
    elif role.kind in _STAND_BESIDE:
        found = await _staff(tx, case, role)
    else:
        return Candidates((), ())
    near = [person for person in found if str(person) in planned.refs]
    if not near and tx.actor.person in found and role.kind is RoleKind.LEADER:
        near = [tx.actor.known_person]
    if not near:
        around = {one.person_id for one in await colleagues.relations(tx, case.child.id)}
        near = [person for person in found if person in around]
    if not near and len(found) == 1:
        near = list(found)
    return Candidates(tuple(near), tuple(person for person in found if person not in near)[:LIMIT])


async def _leaders(tx: ReadTx, case: Case, role: Role) -> list[PersonId]:
    if case.child.unit_id is None:
        return []
    rows = await colleagues.leaders(tx, case.child.unit_id)
    return _once([row.person_id for row in rows if fits(case.model, role.key, row.profession)])


async def _staff(tx: ReadTx, case: Case, role: Role) -> list[PersonId]:
    if role.own_unit and case.child.unit_id is not None:
        rows = await colleagues.staff_of_unit(tx, case.child.unit_id)
        return _once(
            [
                row.person_id
                for row in rows
                if row.role != "leader" and fits(case.model, role.key, row.profession)
            ]
        )
    around = [
        one.person_id
        for one in await colleagues.relations(tx, case.child.id)
        if fits(case.model, role.key, one.profession)
    ]
    keys = [one.key for one in case.model.professions if fits(case.model, role.key, one.key)]
    # A role that anyone can have is asked for without a profession, in one list of all.
    wanted = [""] if len(keys) == len(case.model.professions) else keys
    pages = [await colleagues.staff_page(tx, profession=key, first=LIMIT) for key in wanted]
    found = _once(around + [one.person_id for page in pages for one in page.items])
    # Who administers or oversees the municipality works with no family.
    able = {"adviser"} if role.kind is RoleKind.ADVISER else {"professional", "adviser", "leader"}
    working = {one.person_id for one in await caseworks.employments(tx, found) if one.role in able}
    return [person for person in found if person in working]


def _once(people: list[PersonId]) -> list[PersonId]:
    return list(dict.fromkeys(people))
