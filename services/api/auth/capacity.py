"""In which capacities a professional may work, and how far: what the token says and what the employment says, both.

Pure. A role at the provider alone opens nothing (it may be stale), nor does an employment alone (the municipality takes
access away at the provider). Constraints narrow: what can't be understood of them is refused, for without it the role
would reach further than the municipality meant.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from services.api.auth.privileges import SCOPE_OF_CVR, PrivilegeGroup, read_privileges
from services.api.auth.providers import CAPACITIES, Given, Provider
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.system_roles import ConstraintKind, catalogue

_MOST_ROLES: Final = 500
_LINKS: Final = "_claim_names"
_AS_PROFESSIONAL: Final = frozenset({"leader", "adviser"})
"""Who leads or advises works with children too."""


@dataclass(frozen=True)
class Held:
    """A system role that a token gives. ``name``: what the provider calls it; None: not constrained so."""

    name: str
    role: str
    units: frozenset[str] | None = None
    levels: frozenset[str] | None = None


@dataclass(frozen=True)
class Reach:
    """How far a capacity reaches: units by the municipality's numbers (None: all), and areas that are closed."""

    units: frozenset[str] | None
    closed: frozenset[str]


def roles_of(claims: Mapping[str, Any], provider: Provider) -> tuple[Held, ...]:
    """What a token gives by this provider's mapping; a lone text counts as a list of one.

    Raises ``Refusal``: ROLES_LINKED when there are more than the token holds, PRIVILEGES, CVR (all of them another
    municipality's), CONSTRAINT.
    """
    held = set(_of_privileges(claims, provider))
    for claim in filter(None, (provider.claims.roles, provider.claims.groups)):
        held.update(_given(name, provider) for name in _listed(claims, claim) if name in provider.roles)
    return tuple(sorted(held, key=lambda one: (one.name, one.role)))


def reach_of(held: Iterable[Held], employed_as: Iterable[str]) -> dict[str, Reach]:
    """The capacities held by role and by employment with their reach, the default one first; empty: no access.

    Of several roles for one capacity the units add up, and what any of them closes stays closed: so the session never
    sees more of a child than one of the roles lets it.
    """
    by_capacity: dict[str, list[Held]] = {}
    for one in held:
        capacity = catalogue().roles[one.role].capacity.value
        for name in {capacity, "professional"} if capacity in _AS_PROFESSIONAL else {capacity}:
            by_capacity.setdefault(name, []).append(one)
    employed = set(employed_as)
    return {
        capacity: _together(by_capacity[capacity])
        for capacity in CAPACITIES
        if capacity in by_capacity and capacity in employed
    }


def is_true(value: object) -> bool:
    """Whether a claim says yes. Brokers write truths as texts, and ``bool("false")`` is true."""
    return value is True or (isinstance(value, str) and value.strip().lower() == "true")


def _together(held: list[Held]) -> Reach:
    limited = [one.units for one in held if one.units is not None]
    units = frozenset().union(*limited) if len(limited) == len(held) else None
    closed = [catalogue().closed_to(one.levels) for one in held if one.levels is not None]
    return Reach(units, frozenset().union(*closed))


def _listed(claims: Mapping[str, Any], claim: str) -> frozenset[str]:
    # Entra puts a link where more than 200 groups would stand: whoever reads that as none shuts a leader out.
    links = claims.get(_LINKS)
    linked = (isinstance(links, Mapping | list) and claim in links) or (
        isinstance(links, str) and claim in links
    )
    if linked or (claim == "groups" and is_true(claims.get("hasgroups"))):
        raise Refusal(Reason.ROLES_LINKED)
    told = claims.get(claim)
    entries = [told] if isinstance(told, str) else told
    if not isinstance(entries, list):
        return frozenset()
    if len(entries) > _MOST_ROLES:
        raise Refusal(Reason.ROLES_LINKED)
    return frozenset(entry for entry in entries if isinstance(entry, str))


def _given(name: str, provider: Provider) -> Held:
    given = provider.roles[name]
    if not isinstance(given, Given):
        return Held(name, given)
    return Held(name, given.role, _set(given.units), _set(given.sensitivity))


def _set(values: Iterable[str] | None) -> frozenset[str] | None:
    return None if values is None else frozenset(values)


def _of_privileges(claims: Mapping[str, Any], provider: Provider) -> Iterable[Held]:
    told = claims.get(provider.claims.privileges) if provider.claims.privileges else None
    if isinstance(told, list) and len(told) == 1:
        told = told[0]
    if told is None or told == "":
        return
    groups = read_privileges(told)
    own = [group for group in groups if group.scope == SCOPE_OF_CVR + provider.cvr]
    if groups and not own:
        raise Refusal(Reason.CVR)
    for group in own:
        yield from _of_group(group, provider)


def _of_group(group: PrivilegeGroup, provider: Provider) -> Iterable[Held]:
    known = catalogue()
    found: list[Held] = []
    for privilege in group.privileges:
        if privilege in provider.roles:
            found.append(_given(privilege, provider))
        elif privilege in known.by_uri:
            found.append(Held(privilege, known.by_uri[privilege]))
    # Another system's privileges may stand under constraints that are none of ours.
    if not found:
        return
    units, levels = _constraints(group, provider)
    for one in found:
        told = ((ConstraintKind.UNIT, units), (ConstraintKind.SENSITIVITY, levels))
        wanted = {kind for kind, values in told if values is not None}
        if not wanted <= set(known.roles[one.role].constraints):
            raise Refusal(Reason.CONSTRAINT)
        yield Held(one.name, one.role, _both(one.units, units), _both(one.levels, levels))


def _constraints(
    group: PrivilegeGroup, provider: Provider
) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    names: Mapping[str, str] = {**catalogue().constraints, **provider.constraints}
    told: dict[str, frozenset[str]] = {}
    for name, values in group.constraints.items():
        kind = names.get(name)
        if kind is None or not all(values):
            raise Refusal(Reason.CONSTRAINT)
        # Two constraints of one kind under two names: both hold.
        told[kind] = told[kind] & frozenset(values) if kind in told else frozenset(values)
    levels = told.get(ConstraintKind.SENSITIVITY)
    if levels is not None and not levels <= set(catalogue().levels):
        raise Refusal(Reason.CONSTRAINT)
    return told.get(ConstraintKind.UNIT), levels


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other
