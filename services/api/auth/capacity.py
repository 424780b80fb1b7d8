"""In which capacities a professional may work: what the token says and what the employment says, both.

Pure. A role at the provider alone opens nothing (it may be stale), nor does an employment alone (the
municipality takes access away at the provider).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from services.api.auth.providers import CAPACITIES, Provider

_MOST_ROLES = 500


def roles_of(claims: Mapping[str, Any], provider: Provider) -> tuple[str, ...]:
    """The roles in a token that this provider's mapping knows. A lone text counts as a list of one."""
    told = claims.get(provider.claims.roles)
    entries = [told] if isinstance(told, str) else told
    if not isinstance(entries, list) or len(entries) > _MOST_ROLES:
        return ()
    return tuple(sorted({e for e in entries if isinstance(e, str) and e in provider.roles}))


def capacities_of(roles: Iterable[str], provider: Provider, employed_as: Iterable[str]) -> tuple[str, ...]:
    """The capacities held by role and by employment, the default one first; empty: no access."""
    by_role = {provider.roles[role] for role in roles}
    if by_role & {"leader", "adviser"}:
        by_role.add("professional")
    held = by_role & set(employed_as)
    return tuple(capacity for capacity in CAPACITIES if capacity in held)
