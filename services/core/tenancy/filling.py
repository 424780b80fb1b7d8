"""Roles that nobody can fill: no log-in gives the capacity, or no profession belongs to the service."""

from collections.abc import Iterator

from services.core.tenancy.findings import Mistake, Remark
from services.core.tenancy.frame import RoleKind
from services.core.tenancy.model import Model

_NO_LOGIN = Mistake(
    "role_unfillable",
    "ingen kan være '{role}': intet i [[role_mappings]] giver capacity = \"{capacity}\"",
    "nobody can be '{role}': nothing in [[role_mappings]] gives capacity = \"{capacity}\"",
)
_NO_PROFESSION = Mistake(
    "role_unfillable",
    "ingen kan være '{role}': ingen faggruppe ([[professions]]) hører til '{service}'",
    "nobody can be '{role}': no profession ([[professions]]) belongs to '{service}'",
)

_CAPACITY = {
    RoleKind.LEADER: "leader",
    RoleKind.ADVISER: "adviser",
    RoleKind.PROFESSIONAL: "professional",
}
# A leader and an adviser are professionals too.
_ALSO = {"professional": {"leader", "adviser"}}


def unfillable(model: Model) -> Iterator[Remark]:
    """Roles that nobody can fill, at their place in the list."""
    given = {mapping.capacity for mapping in model.role_mappings}
    served = {profession.service for profession in model.professions}
    for index, role in enumerate(model.roles):
        capacity = _CAPACITY.get(role.kind)
        if capacity is None:
            continue
        if not given & {capacity, *_ALSO.get(capacity, ())}:
            yield _NO_LOGIN.at("roles", index, role=role.key, capacity=capacity)
        elif role.service and not role.professions and role.service not in served:
            yield _NO_PROFESSION.at("roles", index, role=role.key, service=role.service)
