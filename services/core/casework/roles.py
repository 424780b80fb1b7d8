"""Which of the model's roles the one who acts can fill."""

from collections.abc import Iterable
from typing import Final

from services.core.casework.service import Case
from services.core.db.tx import ReadTx
from services.core.identity import Capacity
from services.core.person import colleagues
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.model import Model

_BY_CAPACITY: Final = frozenset({RoleKind.LEADER, RoleKind.ADVISER})


async def roles_of_actor(tx: ReadTx, case: Case) -> frozenset[str]:
    """The model's roles that the actor can fill for this child."""
    return await roles_in(tx, case.model)


async def roles_in(tx: ReadTx, model: Model) -> frozenset[str]:
    """The same where there is no child: the model's roles by capacity and profession."""
    roles = model.roles
    if tx.actor.capacity is Capacity.ADVISER:
        return frozenset(role.key for role in roles if role.kind is RoleKind.ADVISER)
    if tx.actor.capacity is Capacity.LEADER:
        return frozenset(role.key for role in roles if role.kind is RoleKind.LEADER)
    own = (await colleagues.staff(tx, [tx.actor.known_person])).get(tx.actor.known_person)
    if own is None:
        return frozenset()
    # A leader's or adviser's role is had by acting as one: most models name no profession for it.
    mine = (role.key for role in roles if role.kind not in _BY_CAPACITY)
    return frozenset(key for key in mine if fits(model, key, own.profession))


def fits(model: Model, role_key: str, profession: str) -> bool:
    """Whether someone of this profession can have the role."""
    role = model.role(role_key)
    if role.kind is RoleKind.LEADER or role.kind is RoleKind.ADVISER:
        return not role.professions or profession in role.professions
    if role.professions:
        return profession in role.professions
    if role.service:
        known = {one.key: one.service for one in model.professions}
        return known.get(profession) == role.service
    return role.kind is RoleKind.PROFESSIONAL


def role_among(model: Model, keys: Iterable[str], profession: str) -> str | None:
    """The first of these roles that somebody of the profession has; one of a leader or adviser, which is had by acting
    as one, only after the others. None where none fits.
    """
    known = list(keys)
    own = [key for key in known if fits(model, key, profession)]
    by_profession = [key for key in own if model.role(key).professions or model.role(key).service]
    acting = [key for key in known if model.role(key).kind in _BY_CAPACITY]
    return next(iter((*by_profession, *acting, *own)), None)
