"""From what a provider vouches for to a person of this tenant, or to nobody.

Families are found by CPR number or MitID id through keyed hashes that differ from tenant to tenant; a pairwise
``sub`` never joins anything. Both given, both must lead to the same person: two that disagree are refused, for one
of them is wrong and we can't know which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.api.auth.capacity import Reach, reach_of, roles_of
from services.api.auth.providers import Provider
from services.api.auth.refusal import Reason, Refusal
from services.api.auth.store import LoginStore
from services.api.auth.tokens import text_of
from services.core.identity import PersonId, TenantId, UnitId


@dataclass(frozen=True)
class Matched:
    """Who logged in, and as what. ``capacities`` has the default one first; ``limits`` has those that are narrowed."""

    person: PersonId
    language: str
    capacities: tuple[str, ...]
    roles: tuple[str, ...]
    limits: Mapping[str, "Limit"] = field(default_factory=dict)


@dataclass(frozen=True)
class Limit:
    """What narrows a capacity in this session. ``units`` None: not narrowed so."""

    units: tuple[UnitId, ...] | None
    closed: tuple[str, ...]


async def match(
    store: LoginStore, tenant: TenantId, provider: Provider, claims: Mapping[str, Any]
) -> Matched:
    """The person behind verified claims (ID token and userinfo together). Raises ``Refusal``."""
    if provider.kind == "family":
        return await _family(store, tenant, provider, claims)
    return await _professional(store, tenant, provider, claims)


async def _family(
    store: LoginStore, tenant: TenantId, provider: Provider, claims: Mapping[str, Any]
) -> Matched:
    cpr = cpr_of(text_of(claims, provider.claims.cpr))
    mitid = text_of(claims, provider.claims.person).lower()
    by_cpr = await _living(store, tenant, "cpr", cpr)
    by_mitid = await _living(store, tenant, "mitid", mitid)
    found = by_cpr or by_mitid
    if found is None:
        raise Refusal(Reason.PERSON_UNKNOWN)
    # Whoever the number names, if that one may not log in, another's MitID is no way around it.
    if cpr and by_cpr is None and await store.find(tenant, "cpr", cpr) is not None:
        raise Refusal(Reason.PERSON_CONFLICT)
    if by_cpr and by_mitid and by_cpr[0] != by_mitid[0]:
        raise Refusal(Reason.PERSON_CONFLICT)
    if by_mitid is None and mitid and await store.remember(tenant, "mitid", mitid, found[0]) != found[0]:
        raise Refusal(Reason.PERSON_CONFLICT)
    return Matched(found[0], found[1], ("family",), ())


async def _living(store: LoginStore, tenant: TenantId, kind: str, value: str) -> tuple[PersonId, str] | None:
    person = await store.find(tenant, kind, value) if value else None
    return None if person is None else await store.family(tenant, person)


async def _professional(
    store: LoginStore, tenant: TenantId, provider: Provider, claims: Mapping[str, Any]
) -> Matched:
    parts = [text_of(claims, name) for name in provider.claims.subject]
    # "a/b" and "c" would be another account's "a" and "b/c".
    if not all(parts) or (len(parts) > 1 and any("/" in part for part in parts)):
        raise Refusal(Reason.SUBJECT)
    held = roles_of(claims, provider)
    if not held:
        raise Refusal(Reason.ROLE_MISSING)
    found = await store.professional(
        tenant, provider.issuer, "/".join(parts), text_of(claims, provider.claims.staff)
    )
    if found is None:
        raise Refusal(Reason.PERSON_UNKNOWN)
    person, language, employed_as = found
    reach = reach_of(held, employed_as)
    if not reach:
        raise Refusal(Reason.ROLE_MISSING)
    names = tuple(sorted({one.name for one in held}))
    return Matched(person, language, tuple(reach), names, await _limits(store, tenant, reach))


async def _limits(store: LoginStore, tenant: TenantId, reach: Mapping[str, Reach]) -> Mapping[str, Limit]:
    wanted = sorted({key for one in reach.values() for key in one.units or ()})
    known = await store.units(tenant, wanted) if wanted else {}
    if set(known) != set(wanted):
        raise Refusal(Reason.UNIT)
    return {
        capacity: Limit(_ids(one.units, known), tuple(sorted(one.closed)))
        for capacity, one in reach.items()
        if one.units is not None or one.closed
    }


def _ids(keys: frozenset[str] | None, known: Mapping[str, Sequence[UnitId]]) -> tuple[UnitId, ...] | None:
    return None if keys is None else tuple(sorted({unit for key in keys for unit in known[key]}))


def cpr_of(written: str) -> str:
    """Ten digits, or "" for anything else. No check digit: CPR numbers have had none since 2007."""
    digits = written.replace("-", "").replace(" ", "")
    return digits if len(digits) == 10 and digits.isascii() and digits.isdecimal() else ""
