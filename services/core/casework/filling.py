"""Who fills a role of the model for a case now: for telling those who must follow something up.

A family's own roles are filled by nobody here: what is followed up is told to professionals alone.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from services.core.casework import store
from services.core.casework.roles import fits
from services.core.casework.store import AnsweringRow
from services.core.db.tx import ReadTx
from services.core.identity import DossierId, PersonId, UnitId
from services.core.person import colleagues
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.model import Model, effective_model
from services.core.tenancy.service import current_model, model_version


async def answering(tx: ReadTx, dossier: UUID) -> AnsweringRow:
    """Whose case a dossier is and which unit answers for it."""
    return await tx.one(store.WHO_ANSWERS_FOR, dossier=dossier) or AnsweringRow(None, None, None)


async def governing(tx: ReadTx, case: AnsweringRow) -> Model:
    """The model that governs it: a casework's own practice with today's law, else the model of today."""
    current = (await current_model(tx)).model
    if case.model_version_id is None:
        return current
    return effective_model((await model_version(tx, case.model_version_id)).model, current)


async def leaders_of(tx: ReadTx, case: AnsweringRow) -> list[PersonId]:
    """The leaders of the unit that answers for it, or of the nearest unit above."""
    return [one.person_id for one in await colleagues.leaders(tx, case.unit_id)] if case.unit_id else []


async def filled_by(
    tx: ReadTx, model: Model, role_key: str, dossier: UUID, case: AnsweringRow, threads: Sequence[UUID]
) -> list[PersonId]:
    """The people who fill a role for a case; empty where nobody does or the model has no such role.

    ``threads``: who holds the thread. A leader is one of the child's unit, an adviser stands in that relation to the
    child; anyone else fills a role who stands in a relation to the child or holds the thread and has the profession, or
    takes part in the case's meetings in that role.
    """
    role = next((one for one in model.roles if one.key == role_key), None)
    if role is None:
        return []
    relations = await colleagues.relations(tx, case.child_id) if case.child_id else []
    if role.kind is RoleKind.ADVISER:
        return _once(one.person_id for one in relations if one.kind == "adviser")
    if role.kind is RoleKind.LEADER:
        known = await colleagues.leaders(tx, case.unit_id) if case.unit_id else []
        fitting = [one.person_id for one in known if fits(model, role_key, one.profession)]
        return _once(fitting or [one.person_id for one in known])
    if role.kind is not RoleKind.PROFESSIONAL:
        return []
    staff = await colleagues.staff(tx, [PersonId(one) for one in threads])
    near = [(one.person_id, one.profession) for one in relations]
    near += [(one.person_id, one.profession) for one in staff.values()]
    found = [person for person, profession in near if fits(model, role_key, profession)]
    there = await tx.many(store.IN_ROLE_AT_MEETINGS, dossier=DossierId(dossier), role=role_key)
    return _once((*found, *(one.person_id for one in there)))


async def receiving(tx: ReadTx, unit: UnitId) -> list[PersonId]:
    """Who takes on what is handed to a unit: those who lead it; where nobody does, all who work there with children."""
    there = await colleagues.staff_of_unit(tx, unit)
    working = [one for one in there if one.role in ("leader", "professional", "adviser")]
    leading = [one for one in working if one.role == "leader"]
    return [one.person_id for one in leading or working]


def _once(people: Iterable[PersonId]) -> list[PersonId]:
    return list(dict.fromkeys(people))
